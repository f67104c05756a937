package io.botledger.cli;

import static io.botledger.cli.ConfigurationFile.ORGANIZATION;
import static io.botledger.cli.ConfigurationFile.assertProblems;
import static io.botledger.cli.ConfigurationFile.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets may not stand in a configuration, and no message quotes one that does. */
class ConfigurationSecretsTest {
    private static final String SECRET = "hunter2hunter2";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "password: S | database.password",
                "Password: S | database.Password",
                "db_passwd: S | database.db_passwd",
                "passphrase: [S] | database.passphrase",
                "pwd: {x: S} | database.pwd"
            })
    void aPasswordIsToldWhereItBelongs(String setting, String path) {
        String text = "database:\n  " + setting.replace("S", SECRET);
        assertThat(text).contains(SECRET);
        assertProblems(
                text,
                "2: " + path + ": no secret may stand in this file; take it out, and put a password into the file "
                        + "that database.password_file names, or into the variable BOTLEDGER_DB_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "api_key", "apiKey", "API-KEY", "token", "secret", "client_secret", "AUTHORIZATION"})
    void aKeyIsToldWhereItBelongs(String key) {
        String advice = ": no secret may stand in this file; take it out, and put an API key into the file that "
                + "key_file names, or into the variable that key_variable names";
        assertProblems(ORGANIZATION + "    " + key + ": " + SECRET + "\n", "4: organizations[0]." + key + advice);
        assertProblems(key + ": " + SECRET + "\n", "1: " + key + advice);
        assertProblems("fetch:\n  " + key + ": " + SECRET + "\n", "2: fetch." + key + advice);
        assertProblems(
                "reports:\n  run:\n  - report: ultimate_metrics\n    " + key + ": " + SECRET + "\n",
                "4: reports.run[0]." + key + advice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/d?user=etl&password=§",
                "jdbc:postgresql://h/d?PASSWORD=§",
                "jdbc:postgresql://h/d?sslpassword=§",
                "jdbc:postgresql://etl:§@h/d",
                "jdbc:postgresql://§@h/d",
                "jdbc:postgresql://etl:§/§@h/d",
                "jdbc:h2:./x;USER=sa;PASSWORD=§",
                "jdbc:h2:./x;password = §",
                "jdbc:mysql://h/d?pwd=§"
            })
    void aDatabaseUrlMayCarryNone(String url) {
        assertProblems(
                "database:\n  url: \"" + url.replace("§", SECRET) + "\"",
                "2: database.url: no password may stand in this file; take it out, and put it into the file that "
                        + "password_file names, or into the variable BOTLEDGER_DB_PASSWORD; a user belongs into "
                        + "user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organizations:\n- id: o\n  bots: [b]\n  key_variable: S-S\n",
                "organizations:\n- id: o\n  bots: [b]\n  key_variable: [S]\n",
                "organizations:\n- id: o\n  bots: [b]\n  base: https://S:S@example.com\n",
                "organizations:\n- id: o\n  bots: [b]\n  base: https://example.com?key=S\n",
                "organizations:\n- id: o\n  bots: [b]\n  base: S\n",
                "organizations:\n- id: o\n  bots: [b]\n  authorization_scheme: Bearer S\n",
                "organizations:\n- id: o\n  bots: [b]\n  allowed_hosts: [\"https://x.example.com/f?sig=S\"]\n",
                "organizations:\n- id: o S\n  bots: [b]\n",
                "password: \"S\\q\"\n",
                "password: 'S\n",
                "password: *S\n",
                "password: &S\n",
                "password: !S\n",
                "password: !S!S\n",
                "password: %S\n",
                "password: `S\n",
                "password: S: S\n",
                "password: [S\n",
                "%S S\n--- 1\n",
                "%TAG !S! S\n%TAG !S! S\n--- 1",
                "password: S\n password: S\n",
                "password: S\npassword: S\n",
                "S\n",
                "- S\n",
                "database: S\n",
                "database:\n  url: S\n",
                "database:\n  url: jdbc:S:S\n",
                "database:\n  url: jdbc:h2:S\n"
            })
    void noMessageQuotesOne(String text) {
        assertThat(refusal(text.replace("S", SECRET)))
                .startsWith("botledger.yaml: ")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2hunter2",
                "letmein",
                "5f0a77c1-1234-4abc-9def-0123456789ab",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
                "Zm9v/YmFy+cXV4/MTIz",
                "Tr0ub4dor/3",
                "hunter2!",
                "sk_live_4eC39HqLyjWDarjtT1zdp7dc"
            })
    void thePlaceOfASecretMayBeTheSecretItself(String secret) throws IOException {
        String variable = secret.matches("\\w+") ? "key_variable" : "key_file";
        Path file = Files.writeString(folder.resolve("botledger.yaml"), """
                organizations:
                  - id: org-1
                    bots: [bot-1]
                    key_file: "%1$s"
                  - id: org-2
                    bots: [bot-2]
                    %2$s: "%1$s"
                """.formatted(secret, variable));
        String noFile =
                "there is no readable file of that name (not shown, it may be a secret); name the file that holds the ";
        String noKeyFile = noFile + "API key, not the API key itself";
        String key = file + ": line 4: organizations[0].key_file: " + noKeyFile;
        String other = file + ": line 7: organizations[1]." + variable + ": "
                + (variable.equals("key_file")
                        ? noKeyFile
                        : "there is no environment variable of that name (not shown, it may be a secret); name the "
                                + "variable that holds the API key, not the API key itself");
        Cli cli = Cli.of(Map.of("BOTLEDGER_DB", "jdbc:h2:" + folder.resolve("db")), Instant.EPOCH);
        for (String command : List.of("run", "extract")) {
            Cli.Result result = cli.run(command, "--config", file);
            assertThat(result.exitStatus()).isEqualTo(2);
            assertThat(result.out()).doesNotContain(secret);
            assertThat(result.errLines())
                    .containsExactly(
                            "botledger: API keys: 2 problems",
                            "  organization org-1: " + key,
                            "  organization org-2: " + other);
        }
        Cli.Result check = cli.run("check", "--config", file);
        assertThat(check.exitStatus()).isEqualTo(2);
        assertThat(check.err()).isEmpty();
        assertThat(check.outLines())
                .endsWith("FAILED  organization org-1  " + key, "FAILED  organization org-2  " + other);

        Files.writeString(file, "database:\n  password_file: \"" + secret + "\"\n");
        String noPasswordFile = noFile + "password, not the password itself";
        assertThat(Cli.bare().run("status", "--config", file).errLines())
                .containsExactly("botledger: " + file + ": line 2: database.password_file: " + noPasswordFile);
        assertThat(Cli.bare().run("status", "--db-password-file", secret).errLines())
                .containsExactly("botledger: --db-password-file: " + noPasswordFile);
    }

    @Test
    void aNameThatIsTooLongForAFileIsNotShown() throws IOException {
        String secret = "hunter2".repeat(100);
        Path file = Files.writeString(folder.resolve("botledger.yaml"), "database:\n  password_file: " + secret + "\n");
        Cli.Result result = Cli.bare().run("status", "--config", file);
        assertThat(result.exitStatus()).isEqualTo(2);
        assertThat(result.err()).contains("line 2: database.password_file: ").doesNotContain("hunter2");
    }

    @Test
    void norIsOneBelowAFolder() throws IOException {
        Path file = Files.writeString(
                folder.resolve("botledger.yaml"), "database:\n  password_file: x/" + "hunter2".repeat(100) + "\n");
        assertThat(Cli.bare().run("status", "--config", file).err())
                .contains("line 2: database.password_file: ")
                .doesNotContain("hunter2");
    }

    @Test
    void aPathThatIsNoneIsNotShown() {
        assertProblems(
                ORGANIZATION + "    key_file: \"hunter2\\0\"\n", "4: organizations[0].key_file: expected a path");
    }

    @Test
    void anOrdinaryNameIsShown() throws IOException {
        Path file =
                Files.writeString(folder.resolve("botledger.yaml"), ORGANIZATION + "    key_variable: VENDOR_KEY_2\n");
        assertThat(Cli.bare().run("extract", "--config", file).errLines())
                .containsExactly("botledger: API keys: organization org-1: " + file
                        + ": line 4: organizations[0].key_variable: the environment variable VENDOR_KEY_2 with the API "
                        + "key is not set; set it, or name a key_file");
        Files.writeString(file, "database: {password_file: secrets/db-pasword}\n");
        assertThat(Cli.bare().run("status", "--config", file).errLines())
                .containsExactly("botledger: " + file + ": line 1: database.password_file: there is no file "
                        + folder.resolve("secrets/db-pasword")
                        + "; write the password into it, readable for you alone");
        Files.writeString(file, "database: {password_file: " + folder + "}\n");
        assertThat(Cli.bare().run("status", "--config", file).errLines())
                .containsExactly("botledger: " + file + ": line 1: database.password_file: " + folder
                        + " can't be read as a file; check what it is, and its owner and permissions");
    }

    @Test
    void theNameOfTheVariableIsNotTheKey() {
        assertProblems(
                ORGANIZATION + "    key_variable: 5f0a-77\n",
                "4: organizations[0].key_variable: expected the name of an environment variable (letters, digits and "
                        + "_), not the key itself; the key belongs into the variable");
    }
}
