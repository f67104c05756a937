package io.botledger.reports;

import java.util.List;
import java.util.Optional;

/**
 * The parameters that a report takes, or the dashboard, which is none.
 *
 * @param name of what takes them, for messages
 * @param all in the order in which they are told
 */
public record TakenParameters(String name, List<ReportParameter> all) {
    /** Copies the list. */
    public TakenParameters {
        all = List.copyOf(all);
    }

    /** The parameter with this name. */
    public Optional<ReportParameter> parameter(String parameterName) {
        return all.stream()
                .filter(parameter -> parameter.name().equals(parameterName))
                .findFirst();
    }

    /** The choice parameter whose value a column takes as its name; empty if it takes none. */
    Optional<ReportParameter> naming(ReportColumn column) {
        return parameter(column.name()).filter(parameter -> parameter.type() == ReportParameter.Type.CHOICE);
    }
}
