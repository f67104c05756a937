package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a wrong command line is answered with: what is wrong, what would be right, and where the help is. */
class UsageErrorsTest {
    private static void refused(Cli.Result result, String message, String help) {
        assertThat(result.errLines()).containsExactly("botledger: " + message, "See " + help);
        assertThat(result.exitStatus()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
    }

    private static Cli.Result run(Object... arguments) {
        return Cli.bare().run(arguments);
    }

    @Test
    void ofAChoiceTheChoicesAreTold() {
        refused(
                run("report", "--format", "pdf"),
                "--format: expected one of csv, json, xlsx, html, table, found \"pdf\"",
                "botledger report --help");
        refused(
                run("report", "--format", "XSLX"),
                "--format: expected one of csv, json, xlsx, html, table, found \"XSLX\"; did you mean xlsx?",
                "botledger report --help");
        refused(
                run("status", "--format=\u001b[31m"),
                "--format: expected one of text, json, found \"?[31m\"",
                "botledger status --help");
        refused(
                run("load", "--on-truncated", "ignore"),
                "--on-truncated: expected one of fail, reject, found \"ignore\"",
                "botledger load --help");
    }

    @Test
    void unknownOptionsAreNamedWithoutTheirValues() {
        refused(
                run("report", "--fromat", "csv"),
                "unknown option --fromat; did you mean --format?",
                "botledger report --help");
        refused(
                run("load", "--db-pasword=hush", "--other", "x"),
                "unknown options --db-pasword, --other",
                "botledger load --help");
        refused(run("-x"), "unknown option -x", "botledger --help");
    }

    @Test
    void anArgumentThatNobodyTakesIsNamed() {
        refused(run("dashboard", "page.html"), "unexpected argument page.html", "botledger dashboard --help");
        refused(run("migrate", "a", "b"), "unexpected argument a", "botledger migrate --help");
    }

    @Test
    void whatIsMissingOrNoNumberIsTold() {
        refused(
                run("load", "--workers", "two"),
                "--workers: expected a whole number, found two",
                "botledger load --help");
        refused(run("init", "--bot"), "--bot: expected ID, found nothing", "botledger init --help");
        refused(run("sample"), "expected FOLDER, found nothing", "botledger sample --help");
        refused(
                run("report", "--format"),
                "--format: expected csv|json|xlsx|html|table, found nothing",
                "botledger report --help");
        refused(
                run("dashboard", "--out=a.html", "--out=b.html"),
                "--out: given more than once, expected once",
                "botledger dashboard --help");
    }
}
