package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportCatalogueTest {
    @Test
    void listsEveryReportFileOfTheModule() throws IOException, URISyntaxException {
        Path folder = Path.of(
                ReportCatalogue.class.getResource("ultimate_metrics.sql").toURI());
        try (Stream<Path> files = Files.list(folder.getParent())) {
            List<String> reports = files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(ReportCatalogueTest::hasTitle)
                    .map(file -> file.getFileName().toString().replace(".sql", ""))
                    .filter(name -> !name.startsWith("dashboard_") && !name.equals("bot_files"))
                    .sorted()
                    .toList();
            assertThat(ReportCatalogue.builtIn().names()).isEqualTo(reports);
        }
    }

    private static boolean hasTitle(Path file) {
        return ReportCatalogue.resource(file.getFileName().toString().replace(".sql", ""))
                .orElseThrow()
                .contains("-- @title ");
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> ReportCatalogue.builtIn().find("ultimate_metric"))
                .isInstanceOfSatisfying(
                        BotledgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                .hasMessage("there is no report \"ultimate_metric\"; did you mean ultimate_metrics?\nreports: "
                        + String.join(", ", ReportCatalogue.builtIn().names()));
        assertThatThrownBy(() -> ReportCatalogue.builtIn().find("sales"))
                .hasMessageStartingWith("there is no report \"sales\"\nreports: ");
    }

    @Test
    void optionsAndHeadingsDoNotDependOnTheLocale() {
        Report report = ReportCatalogue.builtIn().find("conversation_intents");
        assertThat(report.parameters())
                .extracting(ReportParameter::option)
                .contains("--day-of", "--min-bot-messages", "--exclude-test");
        assertThat(new ReportColumn("intent_id", ReportColumn.Type.INTEGER, "x", "m").heading())
                .isEqualTo("Intent id");
    }
}
