package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.db.TestDatabases;
import io.botledger.extract.ServerAnswer;
import io.botledger.extract.SimulatedExportServer;
import io.botledger.sample.SampleSettings;
import io.botledger.sample.SampleSettings.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of the configuration that decide whom a run asks, and how. */
class RunConfigurationTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T03:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 2, 28);
    private static final String SECOND = "org-2";
    private static final String SECOND_KEY = "4n0t4er-k3y-0f-4n0t4er-0r6";

    @AutoClose
    private final Vendor vendor = new Vendor(SampleSettings.builder()
            .conversations(40)
            .firstDay(YESTERDAY.minusDays(1))
            .days(2)
            .schema(Schema.V2)
            .build());

    private final SimulatedExportServer server = vendor.server();

    @TempDir
    private Path folder;

    @Test
    void everyOrganizationIsAskedWithItsOwnKey() throws IOException {
        List<String> bots = vendor.bots();
        server.organization(SECOND, SECOND_KEY, bots.get(1), bots.get(2));
        vendor.showTo(YESTERDAY);
        Files.writeString(folder.resolve("second.key"), SECOND_KEY + "\n");
        Cli cli = installation("""
                organizations:
                  - id: %s
                    base: %s
                    bots: [%s]
                  - id: %s
                    base: %s
                    key_file: second.key
                    bots: [%s, %s]
                fetch:
                  window_days: 2
                """.formatted(
                        SimulatedExportServer.ORGANIZATION,
                        server.base(),
                        bots.get(0),
                        SECOND,
                        server.base(),
                        bots.get(1),
                        bots.get(2)));
        Cli.Result result = cli.run("run");
        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(result.outLines().get(0)).startsWith("6 days asked for: 6 fetched, 0 unchanged; 6 files landed, ");
        assertLoaded(cli, "");

        Files.writeString(folder.resolve("second.key"), SimulatedExportServer.KEY);
        Cli.Result exchanged = cli.run("run");
        assertThat(exchanged.exitStatus()).isEqualTo(5);
        assertThat(exchanged.outLines().get(0)).isEqualTo("6 days asked for: 0 fetched, 2 unchanged, 4 failed");
        assertThat(exchanged.errLines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("botledger: bot " + bots.get(1)
                        + ", 2026-02-27: access was refused (403): the key is not for this bot; "))
                .anyMatch(line -> line.startsWith("botledger: bot " + bots.get(2)
                        + ", 2026-02-27: access was refused (403): the key is not for this bot; "));
    }

    @Test
    void version2AndASchemeAreAskedForWhereConfigured() throws IOException {
        String bot = vendor.bots().get(0);
        vendor.showTo(YESTERDAY);
        AtomicReference<String> asked = new AtomicReference<>();
        server.alwaysAsks(bot, (exchange, body, closing) -> {
            asked.set(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("authorization"));
            ServerAnswer.json("{\"urls\":[\"" + server.url(bot, YESTERDAY, 0) + "\"]}")
                    .give(exchange, body, closing);
        });
        Cli cli = installation("""
                organizations:
                  - id: %s
                    base: %s
                    version: v2
                    authorization_scheme: Bearer
                    bots: [%s]
                fetch: {window_days: 1}
                """.formatted(SimulatedExportServer.ORGANIZATION, server.base(), bot));
        Cli.Result result = cli.run("run");
        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(asked).hasValue("/data-export/v2/get-signed-urls Bearer " + SimulatedExportServer.KEY);
        assertLoaded(cli, "conversation_" + bot + "_2026-02-28_000000000000.json");
    }

    @Test
    void reportsAreWrittenInEveryForm() throws IOException {
        String bot = vendor.bots().get(0);
        vendor.showTo(YESTERDAY);
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("mine.sql"), """
                -- @title Mine
                -- @question Which?
                -- @parameter label text: Any.
                -- @column label text: That.
                -- @order None.
                select cast(:label as varchar) as label
                """);
        Cli cli = installation("""
                organizations:
                  - id: %s
                    base: %s
                    bots: [%s]
                fetch: {window_days: 1}
                reports_dir: own
                reports:
                  file: "{date}-{name}.{format}"
                  format: [csv, xlsx, html]
                  csv: {bom: true, separator: semicolon, raw: true}
                  run:
                    - {report: conversation_intents, last_days: 1}
                    - {report: mine, name: my-own, label: =1;2}
                """.formatted(SimulatedExportServer.ORGANIZATION, server.base(), bot));
        List<String> names = Stream.of("2026-03-01-conversation_intents", "2026-03-01-my-own")
                .flatMap(name -> Stream.of(name + ".csv", name + ".xlsx", name + ".html"))
                .toList();
        Path reports = folder.resolve("botledger-data").resolve("reports");
        assertThat(cli.run("run", "--dry-run").outLines())
                .containsAll(
                        names.stream().map(name -> "  " + reports.resolve(name)).toList());
        Cli.Result result = cli.run("run");
        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(result.outLines())
                .containsAll(names.stream()
                        .map(name -> "report " + reports.resolve(name))
                        .toList());
        assertThat(names).allSatisfy(name -> assertThat(reports.resolve(name)).exists());
        assertThat(reports.resolve(names.get(0))).content().startsWith("\uFEFFbot_id;conversation_id;");
        assertThat(reports.resolve(names.get(3))).content().isEqualTo("\uFEFFlabel\r\n\"=1;2\"\r\n");
    }

    private Cli installation(String configuration) throws IOException {
        return Installation.of(folder, TestDatabases.empty(Dialect.H2), configuration)
                .cli(MORNING);
    }

    private void assertLoaded(Cli cli, String path) {
        Path files = vendor.writeTo(folder.resolve("files"), YESTERDAY.minusDays(1), YESTERDAY);
        Cli plain = Cli.empty(Dialect.H2);
        assertThat(plain.run("load", files.resolve(path)).exitStatus()).isZero();
        assertThat(Dump.conversations(cli.settings())).isEqualTo(Dump.conversations(plain.settings()));
    }
}
