package io.botledger.cli;

import io.botledger.reports.Report;
import io.botledger.reports.ReportCatalogue;
import io.botledger.reports.ReportColumn;
import io.botledger.reports.ReportParameter;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Tells of reports what their headers say. */
final class ReportDescriptions {
    private final PrintStream out;

    ReportDescriptions(PrintStream out) {
        this.out = out;
    }

    /** One line for each; all about each in JSON. */
    void list(ReportCatalogue catalogue, boolean json) {
        if (json) {
            print(catalogue.names().stream().map(catalogue::find).toList());
            return;
        }
        TextTable table = new TextTable("Report", "Question");
        catalogue.names().forEach(name -> table.add(name, catalogue.find(name).question()));
        table.print(out);
    }

    /** Everything about some. */
    void describe(List<Report> reports, boolean json) {
        if (json) {
            print(reports);
        } else {
            reports.forEach(this::describe);
        }
    }

    private void print(List<Report> reports) {
        Json.print(
                out, Map.of("reports", reports.stream().map(DescribedReport::of).toList()));
    }

    private void describe(Report report) {
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
        columns(report);
        out.println("Order: " + report.order());
        out.println();
    }

    private void columns(Report report) {
        TextTable columns = new TextTable("Column", "Type", "Unit", "Meaning");
        for (ReportColumn column : report.columns()) {
            String name = report.naming(column).isPresent() ? "(" + column.name() + ")" : column.name();
            columns.add(name, column.type().headerName(), column.unit(), column.meaning());
        }
        columns.print(out);
        out.println();
        for (ReportColumn column : report.columns()) {
            report.naming(column).ifPresent(parameter -> out.println(naming(parameter)));
        }
    }

    /** How a column is called that takes its name from a parameter. */
    private static String naming(ReportParameter parameter) {
        String example = parameter.choices().get(0);
        return "(" + parameter.name() + ") is called as " + parameter.option() + " says: with " + parameter.option()
                + (parameter.option().startsWith("--param ") ? "=" : " ") + example + " the column is " + example
                + (parameter.defaults().isEmpty()
                        ? "; without it there is none."
                        : ", without it " + parameter.defaults().get(0) + ".");
    }
}
