package io.botledger.cli;

import io.botledger.cli.Botledger.Terminal;
import io.botledger.extract.FetchWindow;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.reports.CsvStyle;
import io.botledger.reports.Report;
import io.botledger.reports.ReportFormat;
import io.botledger.reports.ReportOutput;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Where reports go, and in which form. */
final class ReportOutputOptions {
    @Option(
            names = "--format",
            paramLabel = "csv|json|xlsx|html|table",
            description =
                    "How to write the rows (default: by the ending of --out; table on standard output). --list and "
                            + "--describe take table and json.")
    private ReportFormat format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Write into this file instead of standard output; {name} stands for the report's name, {date} "
                            + "for today (UTC), {format} for the ending of the format.")
    private String out;

    @Option(
            names = "--csv-separator",
            paramLabel = "comma|semicolon|tab",
            description = "What stands between the fields of csv (default: comma).")
    private String separator;

    @Option(names = "--csv-bom", description = "Begin csv with the mark by which Excel knows UTF-8.")
    private boolean byteOrderMark;

    @Option(
            names = "--csv-raw",
            description =
                    "Write texts into csv as they are, also those that a spreadsheet takes for a formula (default: "
                            + "these get an apostrophe before them).")
    private boolean raw;

    /** Whether reports go into files. */
    boolean toFiles() {
        return out != null;
    }

    /**
     * Whether to tell of reports in JSON, instead of in words.
     *
     * @param option what asks for it
     * @throws BotledgerException USAGE if it can't be told in the given form or place
     */
    boolean describesAsJson(String option) {
        if (format != null && format != ReportFormat.JSON && format != ReportFormat.TABLE) {
            throw usage(option + " tells of reports as table or json; the format is " + name(format));
        }
        if (out != null) {
            throw usage(option + " writes to standard output, and --out " + out
                    + " is for the rows of reports; write > instead of --out");
        }
        return format == ReportFormat.JSON;
    }

    /** The format that holds. */
    ReportFormat format() {
        if (format != null) {
            return format;
        }
        return out == null
                ? ReportFormat.TABLE
                : pattern().format().orElseGet(() -> {
                    if (out.endsWith(OutputPattern.FORMAT)) {
                        return ReportFormat.CSV;
                    }
                    throw usage(
                            "the ending of --out " + out + " is that of no format; expected .csv, .json, .xlsx, .html "
                                    + "or .txt, or tell the format with --format");
                });
    }

    /**
     * Checks the options, before anything runs.
     *
     * @param reports how many will be written
     * @throws BotledgerException USAGE if they do not fit each other, or so many reports
     */
    void check(Terminal terminal, int reports) {
        ReportFormat used = format();
        csv(CsvStyle.DEFAULT);
        if (used != ReportFormat.CSV && (separator != null || byteOrderMark || raw)) {
            throw usage("--csv-separator, --csv-bom and --csv-raw are for csv; the format is " + name(used));
        }
        if (out != null) {
            if (reports > 1 && !pattern().holds(OutputPattern.NAME)) {
                throw usage(
                        "several reports can't share one file; put " + OutputPattern.NAME + " into --out, as in --out "
                                + "'FOLDER/" + OutputPattern.NAME + "." + used.fileEnding() + "'");
            }
        } else if (reports > 1 && used != ReportFormat.TABLE) {
            throw usage("several reports can't share standard output as " + name(used) + "; write them with --out "
                    + "'FOLDER/" + OutputPattern.NAME + "." + used.fileEnding() + "'");
        } else if (used.binary() && terminal.interactive()) {
            throw usage(name(used) + " can't be read on a terminal; write it with --out FILE." + used.fileEnding()
                    + ", or pipe it into a program");
        }
    }

    /** The form of csv: what is configured, with the options before it. */
    CsvStyle csv(CsvStyle configured) {
        CsvStyle style = configured
                .withByteOrderMark(byteOrderMark || configured.byteOrderMark())
                .withRaw(raw || configured.raw());
        return separator == null ? style : style.withSeparator(separator());
    }

    private char separator() {
        try {
            return CsvStyle.parseSeparator(separator);
        } catch (BotledgerException e) {
            throw new BotledgerException(ErrorCode.USAGE, "--csv-separator: " + e.getMessage(), e);
        }
    }

    /** Where a report goes. */
    ReportOutput output(Terminal terminal, Report report) {
        return out == null
                ? ReportOutput.toStream("standard output", terminal.out())
                : ReportOutput.toFile(pattern().file(FetchWindow.today(terminal.clock()), report.name(), format()));
    }

    private OutputPattern pattern() {
        try {
            return OutputPattern.parse(out);
        } catch (BotledgerException e) {
            throw new BotledgerException(ErrorCode.USAGE, "--out: " + e.getMessage(), e);
        }
    }

    private static String name(ReportFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static BotledgerException usage(String message) {
        return new BotledgerException(ErrorCode.USAGE, message);
    }
}
