package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.cli.Configuration.Organization;
import io.botledger.db.Database;
import io.botledger.db.DatabaseSettings;
import io.botledger.extract.BotDay;
import io.botledger.extract.ExportApi;
import io.botledger.extract.FetchWindow;
import io.botledger.extract.LandingFolder;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Proves a configuration. */
@Command(
        name = "check",
        description = {
            "Proves the configuration without fetching data: the database can be reached, the landing folder written to, "
                    + "and the key of each bot is accepted.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final List<Check> checks = new ArrayList<>();

    @Mixin
    private ConfigurationOption configurationOption;

    @Mixin
    private DatabaseOptions databaseOptions;

    @Mixin
    private FormatOption format;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * One thing that was looked at.
     *
     * @param subject what
     * @param exitStatus 0 if it is well, else that of a run that met it
     * @param finding what was found, and what to do if it is not well
     */
    record Check(String subject, int exitStatus, String finding) {
        boolean ok() {
            return exitStatus == 0;
        }
    }

    @Override
    public Integer call() {
        Configuration configuration = configurationOption.require(terminal);
        check("configuration", () -> describe(configuration));
        check("database", () -> database(databaseOptions.settings(terminal, configuration)));
        check("landing folder", () -> landing(configuration));
        configuration.organizations().forEach(this::checkOrganization);
        if (format.json()) {
            Json.print(terminal.out(), checks);
        } else {
            print();
        }
        return checks.stream()
                .filter(check -> !check.ok())
                .map(Check::exitStatus)
                .findFirst()
                .orElse(0);
    }

    private void check(String subject, Supplier<String> look) {
        try {
            checks.add(new Check(subject, 0, look.get()));
        } catch (BotledgerException e) {
            if (e.code() == ErrorCode.INTERRUPTED || e.code() == ErrorCode.INTERNAL) {
                throw e;
            }
            checks.add(new Check(subject, e.code().exitStatus(), withoutSubject(subject, e)));
        }
    }

    /** The message, which of a bot begins with it and would name it twice. */
    private static String withoutSubject(String subject, BotledgerException failure) {
        String message = Redaction.redact(failure.getMessage());
        return message.startsWith(subject + ", ") ? message.substring(subject.length() + 2) : message;
    }

    private static String describe(Configuration configuration) {
        return configuration.file().orElseThrow() + ": "
                + Texts.count(configuration.organizations().size(), "organization") + ", "
                + Texts.count(configuration.botIds().size(), "bot") + ", "
                + Texts.count(configuration.reports().scheduled().size(), "report");
    }

    private static String database(DatabaseSettings settings) {
        try (Database database = Database.openExisting(settings)) {
            int installed = database.installedVersion();
            if (installed == Database.schemaVersion()) {
                return settings + ", schema of version " + installed;
            }
            if (installed > Database.schemaVersion()) {
                database.requireSchema();
            }
            return settings + ", " + (installed == 0 ? "no schema yet" : "schema of version " + installed)
                    + "; the next run, or botledger migrate, brings it to version " + Database.schemaVersion();
        } catch (BotledgerException e) {
            if (e.code() == ErrorCode.DATABASE_MISSING) {
                return settings + ", not there yet; the first run makes it";
            }
            throw e;
        }
    }

    private String landing(Configuration configuration) {
        LandingFolder landing = LandingFolder.open(configuration.landing(), terminal.clock());
        landing.checkWritable();
        return landing.root().toString();
    }

    private void checkOrganization(Organization organization) {
        List<ExportApi> api = new ArrayList<>();
        check("organization " + organization.id(), () -> {
            api.add(new ExportApi(
                    organization.api(), organization.id(), organization.key().read(terminal), terminal.clock()));
            return organization.api().base() + ", key in the "
                    + organization.key().describe();
        });
        api.forEach(reached -> organization.botIds().forEach(bot -> check("bot " + bot, () -> bot(reached, bot))));
    }

    private String bot(ExportApi api, String botId) {
        LocalDate yesterday = FetchWindow.today(terminal.clock()).minusDays(1);
        OptionalInt files =
                InterruptibleWork.call(terminal, "botledger-check", () -> api.check(new BotDay(botId, yesterday)));
        return files.isEmpty()
                ? "key accepted; no export of " + yesterday + "; if it should have one, check the bot's id"
                : "key accepted; " + Texts.count(files.getAsInt(), "file") + " of " + yesterday;
    }

    private void print() {
        int width = checks.stream()
                .mapToInt(check -> check.subject().length())
                .max()
                .orElse(0);
        for (Check check : checks) {
            terminal.out()
                    .println((check.ok() ? "ok      " : "FAILED  ") + check.subject()
                            + " ".repeat(width - check.subject().length()) + "  " + check.finding());
        }
    }
}
