package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.reports.ReportCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    private Path temporary;

    @Test
    void showsEverythingOnceAndCanBeRunAgain() throws IOException {
        Path folder = temporary.resolve("demo");
        Cli.Result first = Cli.bare().run("demo", "--folder", folder);
        assertThat(first.exitStatus()).isZero();
        // One of the sample's bots never reports a message as not understood.
        assertThat(first.errLines())
                .singleElement()
                .asString()
                .startsWith("botledger: warning: not_understood_messages_count is 0 in all ");
        assertThat(first.outLines())
                .startsWith(
                        "1. Sample exports: 2,000 invented conversations of 3 bots over 30 days in "
                                + folder.resolve("exports"),
                        "2. Load:",
                        "90 files: 90 loaded, 0 loaded already",
                        "2,000 records: 2,000 loaded",
                        "3. Metrics:")
                .contains(
                        "4. Written:",
                        "  " + folder.resolve("dashboard.html") + ": open it in a browser",
                        "  " + folder.resolve("reports") + ": 16 reports as CSV",
                        "  " + folder.resolve("botledger.mv.db") + ": the database (user sa, no password)",
                        "The sample has gaps like real exports. Run as below, these reports warn of them: busy_hours,"
                                + " reconciliation, recontact, ultimate_metrics",
                        "      ./botledger report first_meaningful_intent --db jdbc:h2:" + folder.resolve("botledger"));
        assertThat(folder.resolve("dashboard.html"))
                .content()
                .contains("\"label\":\"Acme Assistant\"", "\"label\":\"M\u00fcller Hilfe\"", "\"periods\":[7,14,28,30]")
                .hasSizeLessThan(500_000);
        assertThat(metrics(first)).hasSize(16).anyMatch(line -> line.matches("Total conversations +2,?000( .*)?"));
        Map<String, String> reports = reports(folder);
        assertThat(reports.keySet())
                .containsExactlyInAnyOrderElementsOf(ReportCatalogue.builtIn().names().stream()
                        .map(name -> name + ".csv")
                        .toList());
        assertThat(reports.get("conversation_intents.csv").split("\r\n")).hasSize(2_001);
        assertThat(reports.get("ultimate_metrics.csv").split("\r\n")).hasSize(2);
        // Its customers are told by another session parameter than that of the default.
        assertThat(reports.get("recontact.csv").lines().skip(1).toList().get(0)).doesNotStartWith("2000,0,");

        Cli.Result second = Cli.bare().run("demo", "--folder", folder);
        assertThat(second.exitStatus()).isZero();
        assertThat(second.errLines()).isEqualTo(first.errLines());
        assertThat(second.outLines())
                .startsWith(
                        first.outLines().get(0) + " (there already)",
                        "2. Load: everything is loaded already, nothing was read",
                        "3. Metrics:");
        assertThat(metrics(second)).isEqualTo(metrics(first));
        assertThat(reports(folder)).isEqualTo(reports);
    }

    private static List<String> metrics(Cli.Result demo) {
        return demo.outLines().stream()
                .dropWhile(line -> !line.equals("3. Metrics:"))
                .skip(2)
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    private static Map<String, String> reports(Path folder) throws IOException {
        Map<String, String> reports = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
            for (Path file : files.toList()) {
                reports.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return reports;
    }
}
