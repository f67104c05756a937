package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.TypeConversionException;

/** The command line: the commands, and what every failure of theirs leads to. */
@Command(
        name = "botledger",
        description = {
            "Loads the daily conversation exports of AI agents exactly once into a database, and reports on them.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "New here? botledger demo",
            "",
            "Exit status: 0 done, 1 internal error, 2 wrong usage or configuration,",
            "3 done with rejects, 4 some files could not be loaded, 5 source",
            "unavailable or refused, 6 database or output unavailable, 7 another run",
            "is at work, 130 interrupted."
        })
final class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private Commands() {}

    /** The command line for these arguments: with the command that they begin with, or else with all. */
    static CommandLine line(Terminal terminal, String... arguments) {
        CommandLine line = new CommandLine(new Commands());
        Map<String, Function<Terminal, Object>> commands = commands();
        // Each costs time to take apart, and one is enough.
        if (arguments.length > 0 && commands.containsKey(arguments[0])) {
            commands.keySet().retainAll(Set.of(arguments[0]));
        }
        commands.values().forEach(command -> line.addSubcommand(command.apply(terminal)));
        return line.registerConverter(LocalDate.class, Commands::day)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setUsageHelpAutoWidth(true)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((failure, given) -> UsageErrors.report(terminal, failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> report(terminal, failure));
    }

    /** The commands by their names, in the order of the help. */
    private static Map<String, Function<Terminal, Object>> commands() {
        Map<String, Function<Terminal, Object>> commands = new LinkedHashMap<>();
        commands.put("demo", DemoCommand::new);
        commands.put("init", InitCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("run", RunCommand::new);
        commands.put("extract", ExtractCommand::new);
        commands.put("load", LoadCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("dashboard", DashboardCommand::new);
        commands.put("status", StatusCommand::new);
        commands.put("rejects", RejectsCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("migrate", MigrateCommand::new);
        commands.put("sample", SampleCommand::new);
        return commands;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("expected a day as YYYY-MM-DD, found " + text);
        }
    }

    private static int report(Terminal terminal, Exception failure) {
        if (failure instanceof BotledgerException known && known.code() != ErrorCode.INTERNAL) {
            terminal.err().println("botledger: " + Redaction.redact(known.getMessage()));
            return known.code().exitStatus();
        }
        return internalError(terminal, failure);
    }

    /** Books a defect of botledger itself; returns the exit status. */
    static int internalError(Terminal terminal, Throwable failure) {
        LOG.error("internal error", failure);
        terminal.err()
                .println("botledger: internal error, a bug: please report it with the stack trace above and botledger "
                        + "--version");
        return ErrorCode.INTERNAL.exitStatus();
    }

    /** The version that the build wrote. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"botledger " + Build.version()};
        }
    }
}
