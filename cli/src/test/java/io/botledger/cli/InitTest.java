package io.botledger.cli;

import static io.botledger.cli.ConfigurationFile.refusal;
import static io.botledger.cli.ConfigurationFile.terminal;
import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.cli.Configuration.Organization;
import io.botledger.cli.Configuration.ScheduledReport;
import io.botledger.extract.ApiSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("botledger.yaml");
    }

    private Cli.Result init(Object... options) {
        Object[] arguments = Stream.concat(Stream.of("init", "--config", file), Stream.of(options))
                .toArray();
        return Cli.bare().run(arguments);
    }

    private Configuration read() {
        return ConfigurationReader.read(file, terminal(Map.of()));
    }

    private int line(String content) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return 1
                + lines.indexOf(lines.stream()
                        .filter(text -> text.contains(content))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void whatItWritesReadsBackWithoutProblems() throws IOException {
        Cli.Result result = init("--organization-id", "org-1", "--bot", "bot-1", "--bot", "bot-2");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitStatus()).isZero();
        Configuration configuration = read();
        assertThat(configuration.organizations()).hasSize(1);
        Organization organization = configuration.organizations().get(0);
        assertThat(organization.id()).isEqualTo("org-1");
        assertThat(organization.botIds()).containsExactly("bot-1", "bot-2");
        assertThat(organization.api()).isEqualTo(ApiSettings.builder().build());
        assertThat(organization.key()).isEqualTo(ApiKeySource.Variable.DEFAULT);
        assertThat(configuration.reports().scheduled())
                .extracting(ScheduledReport::name)
                .containsExactly("metrics_by_day", "first_meaningful_intent");
        assertThat(Files.readString(file)).doesNotContain("YOUR-");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void tellsWhatToDoNext() {
        Cli.Result result = init("--organization-id", "org-1", "--bot", "bot-1");
        assertThat(result.out()).isEqualTo("""
                        Written: %1$s (readable for you alone)

                        Next:
                        1. Get an API key: an administrator opens the organization under User Management,
                           Organization Management, and generates one under API Key. It is shown only once, so copy it
                           as soon as it is saved. A lost key is replaced by generating anew, which ends the old one.
                           Where there is no API Key, ask your CSM to enable the Data Export API.
                        2. To try it, set the variable BOTLEDGER_API_KEY to the key. For a scheduler, which does not know
                           your variables, write it into a file that only you can read, and name that file under key_file.
                        3. ./botledger check --config %1$s
                           asks the API and the database whether all of it is right.
                        4. ./botledger run --config %1$s
                           fetches, loads and reports: the command for your scheduler.
                        """.formatted(file));
    }

    @Test
    void withoutIdsThePlaceholdersAreToldUntilTheyAreReplaced() throws IOException {
        Cli.Result result = init("--bot", "bot-1");
        assertThat(result.exitStatus()).isZero();
        assertThat(result.out()).contains("""
                        1. Put the ids of your organization and its bots into the file. Ask your CSM, your contact at the
                           vendor, for them; a bot's also stands in the names of its export files, behind conversation_.
                        2. Get an API key""");
        assertThat(refusal(this::read))
                .isEqualTo(file + ": line " + line("YOUR-ORGANIZATION-ID") + ": organizations[0].id: still the "
                        + "placeholder; put in the id of your organization, "
                        + "which your CSM (your contact at the vendor) can tell");
        init("--force", "--organization-id", "org-1");
        assertThat(refusal(this::read))
                .isEqualTo(file + ": line " + line("YOUR-BOT-ID") + ": organizations[0].bots[0]: still the "
                        + "placeholder; put in the id of a bot, "
                        + "which your CSM can tell; it also stands in the names of the bot's export files");
    }

    @Test
    void everyExplainedSettingIsOneAndTellsItsDefault() throws IOException {
        init("--organization-id", "org-1", "--bot", "bot-1");
        Configuration before = read();
        String text = Files.readString(file);
        List<String> others = List.of("#key_file:", "#user:", "#password_file:", "#authorization_scheme:");
        List<String> uncommented = text.lines()
                .map(line -> line.matches(" *#[a-z].*") && others.stream().noneMatch(line::contains)
                        ? line.replaceFirst("#", "")
                        : line)
                .toList();
        assertThat(uncommented).isNotEqualTo(text.lines().toList());
        Files.write(file, uncommented);
        Configuration after = read();
        assertThat(after.database()).isEqualTo(before.database());
        assertThat(after.landing()).isEqualTo(before.landing());
        assertThat(after.organizations())
                .usingRecursiveComparison()
                .ignoringFields("key.setting")
                .isEqualTo(before.organizations());
        assertThat(after.fetch()).isEqualTo(before.fetch());
        assertThat(after.load().onBadValue()).isEqualTo(before.load().onBadValue());
        assertThat(after.load().maxRejects().percent()).isEqualTo(100);
        assertThat(after.reports().folder()).isEqualTo(before.reports().folder());
        assertThat(after.reports().format()).isEqualTo(before.reports().format());

        Files.write(
                file,
                text.lines()
                        .map(line -> line.replaceFirst("^( *)#([a-z_]+:)", "$1$2"))
                        .toList());
        assertThat(refusal(this::read))
                .contains("key_file: not together with key_variable")
                .doesNotContain("unknown");
    }

    @Test
    void theEnvironmentOfItsTextIsThatOfTheProgram() throws IOException {
        init();
        Map<String, String> wrong = Map.of(
                "BOTLEDGER_FETCH_WINDOW_DAYS", "x",
                "BOTLEDGER_FETCH_REREAD_DAYS", "x",
                "BOTLEDGER_FETCH_DOWNLOADS", "x",
                "BOTLEDGER_FETCH_ATTEMPTS", "x",
                "BOTLEDGER_FETCH_TIMEOUT", "x",
                "BOTLEDGER_LOAD_ON_BAD_VALUE", "x",
                "BOTLEDGER_LOAD_MAX_REJECTS", "x",
                "BOTLEDGER_REPORTS_FORMAT", "x");
        String text = Files.readString(file);
        assertThat(refusal(() -> ConfigurationReader.withoutFile(terminal(wrong))))
                .startsWith("environment: 8 problems\n")
                .contains(wrong.keySet());
        assertThat(text).contains(wrong.keySet()).contains("BOTLEDGER_LANDING", "BOTLEDGER_REPORTS_FOLDER");
    }

    @Test
    void takesTheBaseInEveryForm() {
        String ids = "--organization-id=it's";
        assertThat(init(ids, "--bot=null", "--base", "us").exitStatus()).isZero();
        assertThat(read().organizations().get(0).id()).isEqualTo("it's");
        assertThat(read().botIds()).containsExactly("null");
        assertThat(read().organizations().get(0).api().base()).isEqualTo(URI.create("https://api.us.ultimate.ai"));
        assertThat(init("--force", ids, "--bot=b", "--base", "subdomain: acme").exitStatus())
                .isZero();
        assertThat(read().organizations().get(0).api().base())
                .isEqualTo(URI.create("https://acme.zendesk.com/ai-agents/api"));
    }

    @Test
    void refusesWrongOptionsAndWritesNothing() throws IOException {
        Cli.Result result = init("--organization-id=a b", "--base=http://x", "--bot=b", "--bot=b", "--bot=../x");
        assertThat(result.exitStatus()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("""
                        botledger: options: 4 problems
                          --organization-id: organization id: expected 1 to 200 printable characters without blanks; \
                        copy the id from the vendor
                          --base: expected https (http only for this machine itself), found http
                          --bot: bot id "../x": expected 1 to 100 letters, digits, '-', '_' or '.', the first a letter \
                        or digit, the last no '.', and no device name of Windows; copy the id from the vendor
                          --bot: b is given twice
                        """);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void keepsAFileThatIsThere() throws IOException {
        Files.writeString(file, "mine");
        Cli.Result result = init();
        assertThat(result.exitStatus()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly("botledger: " + file + " is there already; edit it, or replace it with --force");
        assertThat(file).hasContent("mine");
        assertThat(init("--force").exitStatus()).isZero();
        assertThat(Files.readString(file)).startsWith("# The configuration of botledger.");
    }

    @Test
    void keepsALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(file, folder.resolve("none"));
        assertThat(init().exitStatus()).isEqualTo(2);
        assertThat(file).isSymbolicLink();
    }

    @Test
    void needsTheNameOfTheFile() {
        Cli.Result result = Cli.bare().run("init", "--config", "");
        assertThat(result.exitStatus()).isEqualTo(2);
        assertThat(result.errLines()).containsExactly("botledger: --config has no value; name a file, or leave it out");
    }

    @Test
    void needsAFolder() {
        file = folder.resolve("none").resolve("botledger.yaml");
        Cli.Result result = init();
        assertThat(result.exitStatus()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly("botledger: there is no folder for " + file + "; create it first");
    }

    @Test
    void isNotInTheWayOfAWrongEnvironment() {
        Cli.Result result = Cli.of(
                        Map.of("BOTLEDGER_CONFIG", file.toString(), "BOTLEDGER_FETCH_TIMEOUT", "x"), Instant.EPOCH)
                .run("init");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitStatus()).isZero();
        assertThat(file).exists();
    }
}
