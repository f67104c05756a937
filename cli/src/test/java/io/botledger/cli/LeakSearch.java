package io.botledger.cli;

import io.botledger.db.Database;
import io.botledger.db.DatabaseSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Looks for texts that must not be anywhere, and tells where they are; never what is there. */
final class LeakSearch {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final String TABLES = """
            select table_schema, table_name
            from information_schema.tables
            where lower(table_schema) in ('botledger', 'reporting', 'public')
            """;

    private static final Path PROCESSES = Path.of("/proc");
    private static final int BASE64_BYTES = 3;
    private static final int BASE64_CHARACTERS = 4;

    /** As bytes, one character each. */
    private final List<String> needles;

    /** Of these texts, as they are and as they are encoded in addresses and headers. */
    LeakSearch(String... texts) {
        needles = Stream.of(texts)
                .flatMap(LeakSearch::forms)
                .flatMap(text -> CHARSETS.stream().map(charset -> bytes(text.getBytes(charset))))
                .distinct()
                .toList();
    }

    private static Stream<String> forms(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return Stream.concat(Stream.of(text, encoded, encoded.toLowerCase(Locale.ROOT)), base64(text));
    }

    /** The characters that stand for the text alone, wherever in a longer one it begins. */
    private static Stream<String> base64(String text) {
        return IntStream.range(0, BASE64_BYTES).boxed().flatMap(offset -> {
            byte[] shifted = ("\0".repeat(offset) + text).getBytes(StandardCharsets.UTF_8);
            int from = (offset * BASE64_CHARACTERS + BASE64_BYTES - 1) / BASE64_BYTES;
            int to = shifted.length * BASE64_CHARACTERS / BASE64_BYTES;
            return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                    .map(encoder -> encoder.encodeToString(shifted).substring(from, to));
        });
    }

    boolean finds(byte[] content) {
        String haystack = bytes(content);
        return needles.stream().anyMatch(haystack::contains);
    }

    boolean finds(String text) {
        return finds(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Names or contents, compressed ones too, of everything in a folder: the paths where something is found. */
    List<String> inFiles(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> finds(file.toString()) || findsIn(file))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean findsIn(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            if (finds(Files.readAllBytes(file))) {
                return true;
            }
            if (!file.toString().endsWith(".gz")) {
                return false;
            }
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                return finds(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processes of this machine with something in their command lines; none where that can't be looked at. */
    List<String> inProcesses() {
        if (!Files.isDirectory(PROCESSES)) {
            return List.of();
        }
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> finds(commandLine(process)))
                    .map(process -> process.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] commandLine(Path process) {
        try {
            return Files.readAllBytes(process.resolve("cmdline"));
        } catch (IOException endedMeanwhile) {
            return new byte[0];
        }
    }

    /** The columns of tables and views where something is found. */
    List<String> inTables(DatabaseSettings settings) {
        SortedSet<String> found = new TreeSet<>();
        try (Database database = Database.openExisting(settings);
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    addColumns(table.replace("\"", ""), rows, found);
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return List.copyOf(found);
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add('"' + rows.getString(1) + "\".\"" + rows.getString(2) + '"');
            }
        }
        return tables;
    }

    private void addColumns(String table, ResultSet rows, SortedSet<String> found) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        while (rows.next()) {
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String value = rows.getString(i);
                if (value != null && finds(value)) {
                    found.add((table + "." + columns.getColumnLabel(i)).toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private static String bytes(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
