package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.extract.FetchPlan;
import io.botledger.extract.FetchWindow;
import io.botledger.extract.LandingFolder;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.Problems;
import io.botledger.model.Suggestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that tell which days of which bots to fetch. */
final class FetchOptions {
    @Option(
            names = "--from",
            paramLabel = "DAY",
            description =
                    "First day of a backfill, YYYY-MM-DD (UTC); every day from there to --to is asked for, and no "
                            + "other.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day of a backfill (default: yesterday).")
    private LocalDate to;

    @Option(names = "--bot", paramLabel = "BOT", description = "Only this bot, by id; repeatable.")
    private List<String> bots = List.of();

    @Option(names = "--dry-run", description = "Tell what would be done, and do nothing.")
    private boolean dryRun;

    boolean dryRun() {
        return dryRun;
    }

    /**
     * Which days to fetch.
     *
     * @throws BotledgerException USAGE if a bot is not one of the configuration's, or the days make no range
     */
    FetchPlan plan(Configuration configuration, LandingFolder landing, Terminal terminal) {
        FetchWindow window = configuration.fetch().window().between(Optional.ofNullable(from), Optional.ofNullable(to));
        return FetchPlan.of(
                botIds(configuration.botIds()), window, FetchWindow.today(terminal.clock()), landing::state);
    }

    /** The same without options: what is due of all bots, and what is missing. */
    static FetchPlan planOfAll(Configuration configuration, LandingFolder landing, Terminal terminal) {
        return FetchPlan.of(
                configuration.botIds(),
                configuration.fetch().window(),
                FetchWindow.today(terminal.clock()),
                landing::state);
    }

    private List<String> botIds(List<String> known) {
        Problems problems = new Problems();
        for (String bot : bots) {
            if (!known.contains(bot)) {
                problems.add(bot + " is no bot of the configuration" + Suggestion.didYouMean(bot, known));
            }
        }
        problems.throwIfAny("--bot");
        return bots.isEmpty() ? known : known.stream().filter(bots::contains).toList();
    }

    /** Refuses these options where they mean nothing. */
    void requireNone(String reason) {
        if (from != null || to != null || !bots.isEmpty() || dryRun) {
            throw new BotledgerException(
                    ErrorCode.USAGE, "--from, --to, --bot and --dry-run " + reason + "; leave them out");
        }
    }
}
