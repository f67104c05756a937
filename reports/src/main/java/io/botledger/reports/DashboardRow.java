package io.botledger.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A row of one of the dashboard's queries. */
record DashboardRow(List<ReportColumn> columns, List<Object> values) {
    private Object value(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return values.get(i);
            }
        }
        throw new IllegalArgumentException(name);
    }

    String text(String name) {
        return (String) value(name);
    }

    LocalDate day(String name) {
        return (LocalDate) value(name);
    }

    boolean truth(String name) {
        return (Boolean) value(name);
    }

    /** A whole number; null where nothing was counted. */
    Long number(String name) {
        return value(name) instanceof BigDecimal number ? number.longValueExact() : null;
    }

    int index(String name) {
        return Math.toIntExact(number(name));
    }
}
