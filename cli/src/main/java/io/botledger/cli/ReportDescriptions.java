package io.botledger.cli;

import io.botledger.reports.Report;
import io.botledger.reports.ReportCatalogue;
import io.botledger.reports.ReportColumn;
import io.botledger.reports.ReportParameter;
import java.io.PrintStream;

/** Tells of reports what their headers say. */
final class ReportDescriptions {
    private final PrintStream out;

    ReportDescriptions(PrintStream out) {
        this.out = out;
    }

    /** One line for each. */
    void list(ReportCatalogue catalogue) {
        TextTable table = new TextTable("Report", "Question");
        catalogue.names().forEach(name -> table.add(name, catalogue.find(name).question()));
        table.print(out);
    }

    /** Everything about one. */
    void describe(Report report) {
        out.println(report.name() + ": " + report.title());
        out.println(report.question());
        out.println();
        TextTable parameters = new TextTable("Option", "Type", "Default", "Meaning");
        for (ReportParameter parameter : report.parameters()) {
            parameters.add(
                    parameter.option(),
                    parameter.typeText(),
                    parameter.defaults().isEmpty() ? "-" : String.join(" | ", parameter.defaults()),
                    parameter.meaning());
        }
        if (!parameters.isEmpty()) {
            parameters.print(out);
            out.println();
        }
        TextTable columns = new TextTable("Column", "Type", "Unit", "Meaning");
        for (ReportColumn column : report.columns()) {
            columns.add(column.name(), column.type().headerName(), column.unit(), column.meaning());
        }
        columns.print(out);
        out.println();
        out.println("Order: " + report.order());
        out.println();
    }
}
