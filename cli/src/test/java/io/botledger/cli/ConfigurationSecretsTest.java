package io.botledger.cli;

import static io.botledger.cli.ConfigurationFile.ORGANIZATION;
import static io.botledger.cli.ConfigurationFile.assertProblems;
import static io.botledger.cli.ConfigurationFile.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets may not stand in a configuration, and no message quotes one that does. */
class ConfigurationSecretsTest {
    private static final String SECRET = "hunter2hunter2";

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

    @Test
    void theNameOfTheVariableIsNotTheKey() {
        assertProblems(
                ORGANIZATION + "    key_variable: 5f0a-77\n",
                "4: organizations[0].key_variable: expected the name of an environment variable (letters, digits and "
                        + "_), not the key itself; the key belongs into the variable");
    }
}
