package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
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
    void fillsThePlacesOfItsFile() {
        String db = "jdbc:h2:" + temporary.resolve("db");
        assertThat(Cli.bare().run("migrate", "--db", db).exitStatus()).isZero();
        Cli.Result result = Cli.bare().run("dashboard", "--db", db, "--out", temporary + "/{date}/{name}.{format}");
        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(result.outLines()).hasSize(1);
        String file = result.outLines().get(0).replace("Written: ", "");
        assertThat(file).matches(Pattern.quote(temporary + "/") + "[0-9]{4}-[0-9]{2}-[0-9]{2}/dashboard\\.html");
        assertThat(Path.of(file)).isRegularFile();
    }

    @Test
    void refusesWhatIsNoFile() {
        Cli.Result dash = Cli.bare().run("dashboard", "--out", "-");
        assertThat(dash.exitStatus()).isEqualTo(2);
        assertThat(dash.err())
                .contains(
                        "--out -: the page goes into a file, not to standard output; name one, such as dashboard.html");
        Cli.Result unknown = Cli.bare().run("dashboard", "--out", "{day}.html");
        assertThat(unknown.exitStatus()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("--out: unknown place {day} in {day}.html; expected one of {date}, {name}, {format}");
    }

    @Test
    void refusesDaysThatAreNotThere() {
        String db = "jdbc:h2:" + temporary.resolve("db");
        assertThat(Cli.bare().run("migrate", "--db", db).exitStatus()).isZero();
        Path page = temporary.resolve("page.html");
        Cli.Result later = Cli.bare().run("dashboard", "--db", db, "--out", page, "--from", "9999-01-01");
        assertThat(later.exitStatus()).isEqualTo(2);
        assertThat(later.err()).contains("--from 9999-01-01 is after ", ", today; choose an earlier day");
        Cli.Result first = Cli.bare().run("dashboard", "--db", db, "--out", page, "--from", "0001-01-01");
        assertThat(first.exitStatus()).isEqualTo(2);
        assertThat(first.err()).contains("--from 0001-01-01 is ", "; the dashboard shows up to 3,660");
        assertThat(page).doesNotExist();
    }

    @Test
    void refusesWhatItDoesNotTake() {
        Cli.Result ofReports = Cli.bare().run("dashboard", "--by", "week");
        assertThat(ofReports.exitStatus()).isEqualTo(2);
        assertThat(ofReports.err()).startsWith("botledger: unknown option --by");
        Cli.Result noDay = Cli.bare().run("dashboard", "--from", "2026-02-30");
        assertThat(noDay.exitStatus()).isEqualTo(2);
        assertThat(noDay.err()).contains("--from: expected a day", "2026-02-30");
    }
}
