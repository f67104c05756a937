package io.botledger.reports;

import java.util.List;

/**
 * The queries of a report, with everything included and named parameters.
 *
 * @param rows gives the report's rows
 * @param warnings give texts, one a row, that warn of what the figures do not show
 * @param whenEmpty the same, for where there is no row
 */
record ReportSql(String rows, List<String> warnings, List<String> whenEmpty) {
    /** Copies the lists. */
    ReportSql {
        warnings = List.copyOf(warnings);
        whenEmpty = List.copyOf(whenEmpty);
    }
}
