package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.extract.ApiSettings;
import io.botledger.extract.BotDay;
import io.botledger.extract.ExportApi;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.Problems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a configuration to begin with. */
@Command(
        name = "init",
        description = {
            "Writes a configuration that explains every setting, and tells what to do next.",
            "It goes into botledger.yaml, or where --config says.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class InitCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--organization-id",
            paramLabel = "ID",
            description = "Id of your organization (default: a placeholder, to be replaced in the file).")
    private String organizationId;

    @Option(
            names = "--base",
            paramLabel = "BASE",
            description = "Where its API is: eu, us, \"subdomain: NAME\" or an https address (default: eu).")
    private String base;

    @Option(
            names = "--bot",
            paramLabel = "ID",
            description = "Id of a bot; repeatable (default: a placeholder, to be replaced in the file).")
    private List<String> bots = List.of();

    @Option(names = "--force", description = "Replace the file if it is there.")
    private boolean force;

    @Mixin
    private ConfigurationOption configurationOption;

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        checkOptions();
        Path file = configurationOption.path(terminal);
        if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BotledgerException(
                    ErrorCode.USAGE, file + " is there already; edit it, or replace it with --force");
        }
        String text = filled().text();
        readBack(file);
        PrivateFile.write(file, text);
        printNext(file);
        return 0;
    }

    private void checkOptions() {
        Problems problems = new Problems();
        if (organizationId != null) {
            check("--organization-id", organizationId, ExportApi::requireOrganizationId, problems);
        }
        if (base != null) {
            check("--base", base, ApiSettings.builder()::base, problems);
        }
        bots.forEach(bot -> check("--bot", bot, BotDay::requireBotId, problems));
        bots.stream()
                .distinct()
                .filter(bot -> bots.indexOf(bot) != bots.lastIndexOf(bot))
                .forEach(bot -> problems.add("--bot: " + Setting.shown(bot) + " is given twice"));
        problems.throwIfAny("options");
    }

    private static void check(String option, String value, Consumer<String> rule, Problems problems) {
        try {
            rule.accept(value);
        } catch (BotledgerException wrong) {
            problems.add(option + ": " + wrong.getMessage());
        }
    }

    private ConfigurationTemplate filled() {
        ConfigurationTemplate template = ConfigurationTemplate.read();
        template = organizationId == null ? template : template.organization(organizationId);
        template = base == null ? template : template.base(base);
        return bots.isEmpty() ? template : template.bots(bots);
    }

    /** What is put in place must be right, but for the placeholders; the environment has no say in that. */
    private void readBack(Path file) {
        Terminal bare = new Terminal(
                terminal.out(),
                terminal.err(),
                Map.of(),
                terminal.clock(),
                terminal.interactive(),
                terminal.cancelled());
        String text = filled().organization("organization").bots(List.of("bot")).text();
        ConfigurationReader.read(file, text, bare);
    }

    private void printNext(Path file) {
        List<String> steps = InitSteps.after(file, organizationId == null || bots.isEmpty());
        terminal.out().println("Written: " + file + " (readable for you alone)");
        terminal.out().println();
        terminal.out().println("Next:");
        for (int i = 0; i < steps.size(); i++) {
            terminal.out().println((i + 1) + ". " + steps.get(i).replace("\n", "\n   "));
        }
    }
}
