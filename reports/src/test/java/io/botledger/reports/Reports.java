package io.botledger.reports;

import io.botledger.db.Database;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs reports for tests. */
final class Reports {
    static final ReportCatalogue BUILT_IN = ReportCatalogue.builtIn();

    private Reports() {}

    /** Parameters from names and values in turn. */
    static ReportParameters with(String... namesAndValues) {
        ReportParameters.Builder builder = ReportParameters.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return builder.build();
    }

    static String text(Database database, Report report, ReportFormat format, ReportParameters parameters) {
        return new String(bytes(database, report, format, parameters), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Database database, Report report, ReportFormat format, ReportParameters parameters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ReportRunner(database).run(report, parameters, format, ReportOutput.toStream("memory", bytes));
        return bytes.toByteArray();
    }

    static String csv(Database database, String report, String... parameters) {
        return text(database, BUILT_IN.find(report), ReportFormat.CSV, with(parameters));
    }

    static List<String> warnings(Database database, String report, String... parameters) {
        return warnings(database, BUILT_IN.find(report), parameters);
    }

    static List<String> warnings(Database database, Report report, String... parameters) {
        ReportOutput nowhere = ReportOutput.toStream("nowhere", new ByteArrayOutputStream());
        return new ReportRunner(database)
                .run(report, with(parameters), ReportFormat.CSV, nowhere)
                .warnings();
    }

    /** The CSV of a report's columns and some rows, written by other code than the report's. */
    static String expectedCsv(List<String> header, List<List<String>> rows) {
        StringBuilder csv = new StringBuilder(String.join(",", header)).append("\r\n");
        for (List<String> row : rows) {
            csv.append(IntStream.range(0, row.size())
                            .mapToObj(i -> header.get(i).endsWith("_rate") ? rate(row.get(i)) : field(row.get(i)))
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    /** The only figures that may be below 0; they are no text to defuse. */
    private static String rate(String value) {
        return value == null ? "" : value;
    }

    private static String field(String value) {
        if (value == null) {
            return "";
        }
        if (!value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0) {
            return field("'" + value);
        }
        boolean quoted = value.isEmpty() || value.chars().anyMatch(c -> "\",\r\n".indexOf(c) >= 0);
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
