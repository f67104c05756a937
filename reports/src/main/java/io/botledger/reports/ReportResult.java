package io.botledger.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of running a report.
 *
 * @param rowCount rows written
 * @param warnings what the figures alone do not show, one line each, to be told beside them; never in the data
 */
public record ReportResult(long rowCount, List<String> warnings) {
    /** Copies the list. */
    public ReportResult {
        warnings = List.copyOf(warnings);
    }

    /** The same with other warnings before its own. */
    ReportResult with(List<String> first) {
        List<String> all = new ArrayList<>(first);
        all.addAll(warnings);
        return new ReportResult(rowCount, all);
    }
}
