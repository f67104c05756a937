package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dump;
import io.botledger.extract.ServerAnswer;
import io.botledger.extract.SimulatedExportServer;
import io.botledger.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run asks for: what is due, what the options name, and what {@code --dry-run} told. */
class RunPlanTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T03:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 2, 28);
    private static final LocalDate FIRST_DAY = YESTERDAY.minusDays(9);

    @AutoClose
    private final Vendor vendor = new Vendor(SampleSettings.builder()
            .conversations(60)
            .firstDay(FIRST_DAY)
            .days(10)
            .bots(2)
            .build());

    private final SimulatedExportServer server = vendor.server();
    private final String bot = vendor.bots().get(0);
    private final String other = vendor.bots().get(1);

    @TempDir
    private Path folder;

    private DatabaseSettings database;
    private Installation installation;
    private Cli cli;

    @BeforeEach
    void install() throws IOException {
        database = DatabaseSettings.of(
                "jdbc:h2:" + folder.resolve("botledger-data").resolve("botledger"));
        installation = Installation.of(folder, database, server, vendor.bots(), "window_days: 5", "downloads: 1");
        cli = installation.cli(MORNING);
        vendor.showTo(YESTERDAY);
    }

    @Test
    void aDryRunTellsAndTouchesNothing() throws IOException {
        Cli.Result told = cli.run("run", "--dry-run");
        assertThat(told.exitStatus()).isZero();
        assertThat(told.err()).isEmpty();
        assertThat(told.outLines())
                .containsExactly(
                        "Would ask for 10 days.",
                        "  " + bot + ": 2026-02-24 to 2026-02-28",
                        "  " + other + ": 2026-02-24 to 2026-02-28",
                        "Would load 0 files of the landing folder, and what is fetched.",
                        "Would write 1 report.",
                        "  " + report());
        assertThat(cli.run("extract", "--dry-run").outLines())
                .isEqualTo(told.outLines().subList(0, 3));
        assertThat(server.requests()).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(installation.configuration());
        }
    }

    @Test
    void aRunDoesWhatTheDryRunTold() {
        assertThat(cli.run("extract", "--to", "2026-02-26").exitStatus()).isZero();
        server.remove(bot, YESTERDAY);
        JsonNode told = cli.run("run", "--dry-run", "--format", "json").json();
        assertThat(told.get("load")).hasSize(6);
        server.forgetRequests();
        JsonNode done = cli.run("run", "--format", "json").json();

        assertThat(asked()).isEqualTo(days(told)).hasSize(6);
        assertThat(done.at("/extract/days").asInt()).isEqualTo(6);
        assertThat(done.at("/extract/absent").asInt()).isEqualTo(1);
        assertThat(done.at("/load/loaded").asInt())
                .isEqualTo(6 + done.at("/extract/landed").asInt());
        assertThat(done.get("reports")).isEqualTo(told.get("reports"));
        assertThat(Dump.rows(database, "select file_name from reporting.loads"))
                .containsAll(StreamSupport.stream(told.get("load").spliterator(), false)
                        .map(path -> "|file_name=" + Path.of(path.asText()).getFileName())
                        .toList());

        JsonNode after = cli.run("run", "--dry-run", "--format", "json").json();
        assertThat(days(after)).isEqualTo(asked());
        assertThat(after.get("load")).isEmpty();
    }

    @Test
    void tellsAProgramWhatItDid() {
        server.failAsks(bot, ServerAnswer.status(400));
        Cli.Result result = cli.run("run", "--format", "json", "--bot", bot, "--from", YESTERDAY.minusDays(1));
        assertThat(result.exitStatus()).isEqualTo(5);
        String bytes = result.json().at("/extract/bytes").asText();
        long records = vendor.count(bot, YESTERDAY);
        assertThat(result.json()).isEqualTo(Cli.json("""
                {"extract": {"days": 2, "fetched": 1, "unchanged": 0, "absent": 0, "failed": 1, "landed": 1,
                  "bytes": %s, "warnings": [], "failures": [{"bot_id": "%s", "day": "2026-02-27", "message": "%s"}],
                  "unasked": []},
                 "load": {"files": 1, "loaded": 1, "replaced": 0, "superseded": 0, "unchanged": 0, "failed": 0,
                  "ignored": [], "records": {"read": %d, "loaded": %d, "repeated": 0, "outranked": 0, "rejected": 0,
                  "value_rejects": 0}, "failures": []},
                 "reports": ["%s"]}
                """.formatted(
                        bytes,
                        bot,
                        "bot " + bot + ", 2026-02-27: the request was refused (400): expected a bot "
                                + "and a day that the API knows; check the day, the bot id, the organization id and the version of "
                                + "the API",
                        records,
                        records,
                        report())));
    }

    @Test
    void aBackfillMovesNothing() {
        assertThat(cli.run("run").exitStatus()).isZero();
        JsonNode before = cli.run("run", "--dry-run", "--format", "json").json();
        server.forgetRequests();
        assertThat(cli.run("run", "--from", FIRST_DAY, "--to", "2026-02-20").exitStatus())
                .isZero();
        assertThat(asked())
                .containsExactly(
                        bot + " 2026-02-19", other + " 2026-02-19", bot + " 2026-02-20", other + " 2026-02-20");
        assertThat(Dump.rows(database, "select bot_id, export_date from reporting.loads"))
                .hasSize(14);
        assertThat(cli.run("run", "--dry-run", "--format", "json").json()).isEqualTo(before);
        server.forgetRequests();
        assertThat(cli.run("run").exitStatus()).isZero();
        assertThat(asked()).isEqualTo(days(before)).hasSize(6);
    }

    @Test
    void aBackfillFirstLeavesTheWindowDue() {
        assertThat(cli.run("run", "--from", YESTERDAY).exitStatus()).isZero();
        assertThat(asked()).containsExactly(bot + " 2026-02-28", other + " 2026-02-28");
        server.forgetRequests();
        assertThat(cli.run("run").exitStatus()).isZero();
        assertThat(asked()).hasSize(10);
    }

    @Test
    void asksForTheNamedBotAlone() {
        assertThat(cli.run("run", "--bot", other).exitStatus()).isZero();
        assertThat(asked()).hasSize(5).allMatch(day -> day.startsWith(other + " "));
        server.forgetRequests();
        Cli.Result unknown = cli.run("run", "--bot", other.substring(1), "--bot", "x");
        assertThat(unknown.exitStatus()).isEqualTo(2);
        assertThat(unknown.errLines())
                .containsExactly(
                        "botledger: --bot: 2 problems",
                        "  " + other.substring(1) + " is no bot of the configuration; did you mean " + other + "?",
                        "  x is no bot of the configuration");
        assertThat(server.requests()).isEmpty();
    }

    private Path report() {
        return installation.reports().resolve("2026-03-01").resolve("ultimate_metrics.csv");
    }

    /** Bots and days that the server was asked for, in this order. */
    private List<String> asked() {
        return server.requests().stream()
                .filter(request -> request.startsWith("ask "))
                .map(request -> request.split(" ", -1))
                .map(words -> words[1] + " " + words[2])
                .toList();
    }

    private static List<String> days(JsonNode plan) {
        return StreamSupport.stream(plan.get("fetch").spliterator(), false)
                .map(day -> day.get("bot_id").asText() + " " + day.get("day").asText())
                .toList();
    }
}
