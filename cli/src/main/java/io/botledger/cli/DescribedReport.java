package io.botledger.cli;

import io.botledger.reports.Report;
import io.botledger.reports.ReportColumn;
import io.botledger.reports.ReportParameter;
import java.util.List;
import java.util.Locale;

/**
 * A report, for programs.
 *
 * @param name its name, as the command takes it
 * @param title a few words
 * @param question what it answers
 * @param order that of its rows, in words
 * @param parameters what it takes
 * @param columns what it gives
 */
record DescribedReport(
        String name, String title, String question, String order, List<Parameter> parameters, List<Column> columns) {
    static DescribedReport of(Report report) {
        return new DescribedReport(
                report.name(),
                report.title(),
                report.question(),
                report.order(),
                report.parameters().stream().map(Parameter::of).toList(),
                report.columns().stream()
                        .map(column -> Column.of(report, column))
                        .toList());
    }

    /**
     * A parameter, for programs.
     *
     * @param name its name in the SQL and in botledger.yaml
     * @param option how the command line takes it
     * @param type what its value is
     * @param choices its values, where these are given
     * @param least the least value of a whole number; null for any other type
     * @param greatest the greatest value of a whole number; null where there is none that matters, and for any other type
     * @param repeatable whether it takes several
     * @param defaults what holds without it
     * @param meaning what it does
     */
    record Parameter(
            String name,
            String option,
            String type,
            List<String> choices,
            Long least,
            Long greatest,
            boolean repeatable,
            List<String> defaults,
            String meaning) {
        static Parameter of(ReportParameter parameter) {
            boolean isNumber = parameter.type() == ReportParameter.Type.INTEGER;
            ReportParameter.Limits limits = parameter.limits();
            return new Parameter(
                    parameter.name(),
                    parameter.option(),
                    parameter.type().name().toLowerCase(Locale.ROOT),
                    parameter.choices(),
                    isNumber ? limits.least() : null,
                    isNumber && limits.hasGreatest() ? limits.greatest() : null,
                    parameter.repeatable(),
                    parameter.defaults(),
                    parameter.meaning());
        }
    }

    /**
     * A column, for programs.
     *
     * @param name its name; null where a parameter gives it
     * @param namedBy the parameter whose value is the name; null where the column has one
     * @param type what its values are
     * @param unit what is counted or measured; null where nothing is
     * @param meaning what a value tells
     */
    record Column(String name, String namedBy, String type, String unit, String meaning) {
        static Column of(Report report, ReportColumn column) {
            boolean named = report.naming(column).isPresent();
            return new Column(
                    named ? null : column.name(),
                    named ? column.name() : null,
                    column.type().headerName(),
                    column.unit(),
                    column.meaning());
        }
    }
}
