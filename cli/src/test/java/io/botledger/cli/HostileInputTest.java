package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.botledger.db.DatabaseSettings;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are not what they should be: each is told by its place and reason, none stops another, none is quoted. */
class HostileInputTest {
    /** Stands in every text that visitors may have written; must reach no message. */
    private static final String MARKER = "Geheimnis";

    private static final String GOOD = record("good", "");
    private static final String BAD = "{\"labels\":[\"" + MARKER + "\"]}";

    @TempDir
    private Path folder;

    private static String record(String id, String more) {
        return "{\"conversation_id\":\"" + id + "\",\"labels\":[\"" + MARKER + "\"],\"conversations_data\":{\"name\":\""
                + MARKER + "\"}" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    /** A file and what it leads to. */
    private static final class Hostile {
        private final String bot;
        private final byte[] content;
        private final int exitStatus;
        private final List<String> told;

        /**
         * A file of a day.
         *
         * @param bot the bot of the file's name, which tells what is wrong
         * @param exitStatus of a load of this file alone
         * @param told what {@code rejects} says behind the file's name; FILE stands for its path
         */
        Hostile(String bot, byte[] content, int exitStatus, List<String> told) {
            this.bot = bot;
            this.content = content;
            this.exitStatus = exitStatus;
            this.told = told;
        }

        String fileName() {
            return "conversation_" + bot + "_2026-01-05_000000000000.json";
        }
    }

    private static Hostile hostile(String bot, String content, int exitStatus, String... told) {
        return new Hostile(bot, utf8(content), exitStatus, List.of(told));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    /** In the order of the bots. */
    private static List<Hostile> files() throws IOException {
        byte[] gzip = gzip(utf8("[" + GOOD + "]"));
        byte[] corrupt = gzip.clone();
        Arrays.fill(corrupt, 20, 40, (byte) 0x5a);
        return List.of(
                hostile("bom", "\ufeff[" + GOOD + "]", 0),
                new Hostile(
                        "corrupt-gzip",
                        corrupt,
                        4,
                        List.of("failed: FILE: corrupt gzip after 0 inflated bytes: damaged deflate data; get "
                                + "the file again")),
                hostile(
                        "cut-array",
                        "[" + GOOD + "," + GOOD.substring(0, 60),
                        4,
                        "failed: FILE: the file ends in the middle of record 2, which begins at byte 93: "
                                + "expected the rest of the record, found the end at byte 153; get the file again"),
                new Hostile(
                        "cut-gzip",
                        Arrays.copyOf(gzip, gzip.length - 12),
                        4,
                        List.of("failed: FILE: the gzip stream ends after 90 inflated bytes: expected its "
                                + "trailer; get the file again")),
                hostile(
                        "dates",
                        "["
                                + record(
                                        "good",
                                        "\"conversation_start_time\":\"0000-01-01T00:00:00Z\","
                                                + "\"conversation_end_time\":\"99999-12-31T00:00:00Z\"")
                                + "]",
                        3,
                        "record 1 at byte 1 /conversation_end_time: out_of_range, expected a time in the "
                                + "years 0001 to 9999, found text of 21 characters",
                        "record 1 at byte 1 /conversation_start_time: out_of_range, expected a time in "
                                + "the years 0001 to 9999, found text of 20 characters"),
                hostile(
                        "deep",
                        "[" + record("deep", "\"x\":" + "[".repeat(10_000) + "]".repeat(10_000)) + "," + GOOD + "]",
                        3,
                        "record 1 at byte 1: too_deep, expected at most 100 levels of nesting, found "
                                + "10001 (record not loaded)"),
                hostile(
                        "duplicate-keys",
                        "[" + record("good", "\"channel\":\"" + MARKER + "\",\"channel\":\"chat\"") + "]",
                        3,
                        "record 1 at byte 1 /channel: duplicate_name, expected the field once, found a "
                                + "second value; this one was taken"),
                hostile("empty", "", 0),
                hostile("empty-array", "[]", 0),
                hostile(
                        "html",
                        "<!DOCTYPE html><html><body>" + MARKER + "</body></html>",
                        4,
                        "failed: FILE: not a Data Export file: expected a JSON array or object, found "
                                + "'<' at byte 0; get the file again"),
                hostile(
                        "huge-text",
                        "[" + record("huge", "\"bot_name\":\"" + MARKER.repeat(2_300_000) + "\"") + "," + GOOD + "]",
                        3,
                        "record 1 at byte 1: record_too_large, expected at most 16777216 bytes, found "
                                + "20700105 (record not loaded)"),
                hostile(
                        "lone-surrogate",
                        "[" + record("good", "\"bot_name\":\"" + MARKER + "\\ud800\"") + "]",
                        3,
                        "record 1 at byte 1 /bot_name: text_replaced, expected no U+0000 and no lone "
                                + "surrogates, found 1; replaced by U+FFFD"),
                hostile(
                        "long-text",
                        "[" + record("good", "\"automated_resolution_reasoning\":\"" + MARKER.repeat(120_000) + "\"")
                                + "]",
                        3,
                        "record 1 at byte 1 /automated_resolution_reasoning: too_long, expected at most "
                                + "1048576 characters, found 1080000"),
                hostile(
                        "missing-ids",
                        BAD + "\n" + GOOD + "\n",
                        3,
                        "record 1 at byte 0: no_conversation_id, expected a conversation_id, found none "
                                + "(record not loaded)"),
                hostile(
                        "not-a-number",
                        record("nan", "\"bot_messages_count\":NaN") + "\n" + GOOD + "\n",
                        3,
                        "record 1 at byte 0 /bot_messages_count: not_readable, expected a whole number "
                                + "from 0 to 2147483647, found a number of 3 characters"),
                new Hostile(
                        "not-utf-8",
                        record("good", "\"bot_name\":\"M\u00fcller " + MARKER + "\"")
                                .getBytes(StandardCharsets.ISO_8859_1),
                        3,
                        List.of("record 1 at byte 0: text_replaced, expected UTF-8, found other bytes; replaced "
                                + "by U+FFFD")),
                hostile(
                        "nul",
                        "[" + record("good", "\"language\":\"a\\u0000b\"") + "]",
                        3,
                        "record 1 at byte 1 /language: text_replaced, expected no U+0000 and no lone "
                                + "surrogates, found 1; replaced by U+FFFD"),
                hostile(
                        "nulls",
                        "[{\"conversation_id\":\"good\",\"labels\":null,\"conversations_data\":null,\"triggered_intent_replies\":null,"
                                + "\"conversation_end_time\":null,\"test_mode\":null,\"bot_messages_count\":null,\"bot_id\":null}]",
                        0),
                hostile(
                        "numbers",
                        "["
                                + record(
                                        "good",
                                        "\"bot_messages_count\":92233720368547758079,\"visitor_messages_count\":-1,"
                                                + "\"not_understood_messages_count\":1e400")
                                + "]",
                        3,
                        "record 1 at byte 1 /bot_messages_count: out_of_range, expected a whole number "
                                + "from 0 to 2147483647, found a number of 20 characters",
                        "record 1 at byte 1 /not_understood_messages_count: out_of_range, expected a "
                                + "whole number from 0 to 2147483647, found a number of 5 characters",
                        "record 1 at byte 1 /visitor_messages_count: out_of_range, expected a whole "
                                + "number from 0 to 2147483647, found a number of 2 characters"),
                hostile(
                        "only-rejects",
                        BAD + "\n[]\n17\n",
                        3,
                        "record 1 at byte 0: no_conversation_id, expected a conversation_id, found none "
                                + "(record not loaded)",
                        "record 2 at byte 25: not_an_object, expected an object, found an array (record "
                                + "not loaded)",
                        "record 3 at byte 28: not_an_object, expected an object, found a number of 2 "
                                + "characters (record not loaded)"),
                hostile(
                        "trailing-garbage",
                        "[" + GOOD + "]\n" + MARKER + " }",
                        3,
                        "record 2 at byte 94: broken_json, expected one JSON value, found something else "
                                + "at byte 0 of the record (record not loaded)"));
    }

    private List<String> expectedRejects(List<Hostile> files) {
        List<String> lines = new ArrayList<>();
        for (boolean failed : List.of(true, false)) {
            for (Hostile file : files) {
                if ((file.exitStatus == 4) == failed) {
                    file.told.forEach(told -> lines.add(file.fileName() + " "
                            + told.replace(
                                    "FILE", folder.resolve(file.fileName()).toString())));
                }
            }
        }
        return lines;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyFileIsToldByPlaceAndReason(Dialect dialect) throws IOException {
        Cli cli = Cli.empty(dialect);
        List<Hostile> files = files();
        for (Hostile file : files) {
            Path path = Files.write(folder.resolve(file.fileName()), file.content);
            Cli.Result alone = cli.run("load", path);
            assertDiscreet(alone);
            assertThat(alone.exitStatus()).as(file.bot + alone.err()).isEqualTo(file.exitStatus);
        }
        Cli.Result rejects = cli.run("rejects");
        assertDiscreet(rejects);
        assertThat(rejects.outLines()).isEqualTo(expectedRejects(files));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void noneStopsAnother(Dialect dialect) throws IOException {
        Cli cli = Cli.empty(dialect);
        List<Hostile> files = files();
        for (Hostile file : files) {
            Files.write(folder.resolve(file.fileName()), file.content);
        }
        Files.createDirectory(folder.resolve("conversation_folder_2026-01-05_000000000000.json"));
        Path nameless = Files.writeString(folder.resolve("conversation_zz_2026-01-05.json"), GOOD);

        Cli.Result load = cli.run("load", folder, folder.resolve("missing"), nameless, "--format=json");
        assertDiscreet(load);
        assertThat(load.exitStatus()).isEqualTo(4);
        JsonNode summary = load.json();
        assertThat(summary.get("files").asInt()).isEqualTo(files.size());
        assertThat(summary.get("loaded").asInt()).isEqualTo(files.size() - 4);
        assertThat(summary.get("failed").asInt()).isEqualTo(7);
        assertThat(summary.at("/ignored/0").asText()).isEqualTo(nameless.toString());
        assertThat(summary.get("failures").findValuesAsText("message"))
                .contains(
                        "expected an export file by its name, found a folder; what is in it is taken",
                        "no such file or folder; check the path",
                        "expected a name of the form conversation_<bot-id>_<YYYY-MM-DD>_<12 digits>.json, from which the "
                                + "bot and the day are taken; rename the file");
        assertThat(Dump.rows(
                        cli.settings(), "select bot_id from reporting.conversations where conversation_id = 'good'"))
                .hasSize(14);
        assertThat(cli.run("rejects").outLines()).isEqualTo(expectedRejects(files));
        assertThat(cli.run("verify", "--read-files").exitStatus()).isZero();
    }

    @Test
    void pathsThatCanNotBeTakenAreTold() throws IOException {
        Path nameless = Files.writeString(folder.resolve("export.json"), GOOD);
        Path missing = folder.resolve("missing");
        Cli.Result load = Cli.empty(Dialect.H2).run("load", missing, nameless);
        assertThat(load.exitStatus()).isEqualTo(4);
        assertThat(load.out() + load.err()).contains(missing.toString(), nameless.toString());
    }

    @Test
    void rejectsAreToldAsJson() throws IOException {
        Cli cli = Cli.empty(Dialect.H2);
        Path file = folder.resolve("conversation_b_2026-01-05_000000000000.json");
        Files.writeString(file, BAD + "\n" + record("good", "\"test_mode\":\"perhaps\"") + "\n");
        Files.writeString(folder.resolve("conversation_c_2026-01-05_000000000000.json"), "<html>");
        cli.run("load", folder);

        JsonNode told = cli.run("rejects", "--format=json").json();
        assertThat(told.get("files")).hasSize(1);
        assertThat(told.at("/files/0/file_name").asText()).isEqualTo("conversation_c_2026-01-05_000000000000.json");
        assertThat(told.at("/files/0/error").asText()).contains("not a Data Export file");
        assertThat(told.get("rejects")).hasSize(2);
        JsonNode record = told.at("/rejects/0");
        assertThat(record.get("file_name").asText()).isEqualTo(String.valueOf(file.getFileName()));
        assertThat(record.get("kind").asText()).isEqualTo("record");
        assertThat(record.get("record_ordinal").asInt()).isEqualTo(1);
        assertThat(record.get("reason").asText()).isEqualTo("no_conversation_id");
        JsonNode value = told.at("/rejects/1");
        assertThat(value.get("kind").asText()).isEqualTo("value");
        assertThat(value.get("record_ordinal").asInt()).isEqualTo(2);
        assertThat(value.get("byte_offset").asInt()).isEqualTo(BAD.length() + 1);
        assertThat(value.get("pointer").asText()).isEqualTo("/test_mode");
        assertThat(value.get("reason").asText()).isEqualTo("not_readable");
        assertThat(cli.run("rejects", "--kind=value", "--format=json").json().get("rejects"))
                .hasSize(1);
    }

    @Test
    void aProcessWritesNoTraceAndNoText() throws IOException, InterruptedException {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        for (Hostile file : files()) {
            Files.write(exports.resolve(file.fileName()), file.content);
        }
        DatabaseSettings settings = DatabaseSettings.of("jdbc:h2:" + folder.resolve("botledger"));
        Cli.Result load = Program.ofClasses(Botledger.class, folder, settings).run("load", exports);
        assertDiscreet(load);
        assertThat(load.err()).doesNotContain("Exception", "WARN", "ERROR");
        assertThat(load.exitStatus()).isEqualTo(4);
    }

    @Test
    void anUnreadableFileIsTold() throws IOException {
        Path file = folder.resolve("conversation_b_2026-01-05_000000000000.json");
        Files.writeString(file, "[" + GOOD + "]");
        assumeThat(file.toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(file)).as("root reads everything").isFalse();
        Cli.Result load = Cli.empty(Dialect.H2).run("load", folder);
        assertThat(load.exitStatus()).isEqualTo(4);
        assertThat(load.errLines())
                .containsExactly(
                        "botledger: " + file + ": no permission to read it; allow it to the user that runs botledger");
    }

    @Test
    void aFileCutAnywhereLoadsWholeRecordsOrNothing() throws IOException {
        String a = "{\"conversation_id\":\"a\"}";
        String b = "{\"conversation_id\":\"b\",\"labels\":[\"x\"]}";
        byte[] lines = utf8(a + "\n" + b + "\n");
        Cli cli = Cli.empty(Dialect.H2);
        List<Integer> array = loadedWhereCut(cli, "array", utf8("[" + a + "," + b + "]"));
        assertThat(array).endsWith(0, 2).containsOnlyOnce(2).doesNotContain(1);
        List<Integer> free = loadedWhereCut(cli, "lines", lines);
        assertThat(free.subList(0, a.length())).containsOnly(0);
        assertThat(free.subList(a.length(), a.length() + 2)).containsExactly(1, 1);
        assertThat(free.subList(a.length() + 2, lines.length - 1)).containsOnly(0);
        assertThat(free.subList(lines.length - 1, lines.length + 1)).containsExactly(2, 2);
        List<Integer> gzip = loadedWhereCut(cli, "gzip", gzip(lines));
        assertThat(gzip).endsWith(0, 2).containsOnlyOnce(2).doesNotContain(1);

        assertThat(Dump.rows(cli.settings(), "select bot_id from reporting.rejects"))
                .isEmpty();
        assertThat(Dump.rows(cli.settings(), "select bot_id from reporting.conversation_labels"))
                .containsExactly(
                        "|bot_id=array-" + (array.size() - 1),
                        "|bot_id=gzip-" + (gzip.size() - 1),
                        "|bot_id=lines-" + (lines.length - 1),
                        "|bot_id=lines-" + lines.length);
        assertThat(cli.run("verify").exitStatus()).isZero();
    }

    /** How many conversations each length of a file brings into the tables; 0 where it fails, or holds none. */
    private List<Integer> loadedWhereCut(Cli cli, String bot, byte[] content) throws IOException {
        List<Integer> loaded = new ArrayList<>();
        for (int length = 0; length <= content.length; length++) {
            Path file = folder.resolve("conversation_" + bot + "-" + length + "_2026-01-05_000000000000.json");
            Files.write(file, Arrays.copyOf(content, length));
            Cli.Result load = cli.run("load", file, "--format=json");
            assertThat(load.exitStatus()).as("%s cut at %s", bot, length).isIn(0, 4);
            JsonNode summary = load.json();
            assertThat(summary.get("failed").asInt() == 1).isEqualTo(load.exitStatus() == 4);
            loaded.add(summary.at("/records/loaded").asInt());
        }
        return loaded;
    }

    private static void assertDiscreet(Cli.Result result) {
        assertThat(result.out()).doesNotContain(MARKER, "\tat ");
        assertThat(result.err()).doesNotContain(MARKER, "\tat ");
    }
}
