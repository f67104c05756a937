package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardCommandTest {
    @TempDir
    private Path temporary;

    @Test
    void writesOnePageOfTheChosenConversations() throws IOException {
        String db = "jdbc:h2:" + temporary.resolve("db");
        assertThat(Cli.bare().run("migrate", "--db", db).exitStatus()).isZero();
        Path page = temporary.resolve("pages").resolve("bots.html");
        Cli.Result result = Cli.bare()
                .run(
                        "dashboard",
                        "--db",
                        db,
                        "--out",
                        page,
                        "--time-zone",
                        "Europe/Berlin",
                        "--bot",
                        "<b>",
                        "--to",
                        "2026-01-31",
                        "--from",
                        "2026-01-01");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitStatus()).isZero();
        assertThat(result.outLines()).containsExactly("Written: " + page);
        assertThat(Files.readString(page))
                .contains(
                        "\"zone\":\"Europe/Berlin\"",
                        "[\"bot\",\"\\u003cb\\u003e\"]",
                        "\"from\":\"2026-01-01\",\"length\":31")
                .contains("default-src 'none'; script-src 'sha256-");
    }

    @Test
    void refusesWhatItDoesNotTake() {
        Cli.Result ofReports = Cli.bare().run("dashboard", "--by", "week");
        assertThat(ofReports.exitStatus()).isEqualTo(2);
        assertThat(ofReports.err()).contains("Unknown options: '--by', 'week'");
        Cli.Result noDay = Cli.bare().run("dashboard", "--from", "2026-02-30");
        assertThat(noDay.exitStatus()).isEqualTo(2);
        assertThat(noDay.err()).contains("--from: expected a day", "2026-02-30");
    }
}
