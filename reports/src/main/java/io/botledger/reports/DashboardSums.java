package io.botledger.reports;

import java.util.List;

/** Sums that may be null: where nothing was counted. */
final class DashboardSums {
    private final Long[] values;

    DashboardSums(int size) {
        values = new Long[size];
    }

    void add(DashboardRow row, List<String> measures) {
        for (int i = 0; i < values.length; i++) {
            values[i] = plus(values[i], row.number(measures.get(i)));
        }
    }

    private static Long plus(Long left, Long right) {
        if (left == null) {
            return right;
        }
        return right == null ? left : Long.valueOf(left + right);
    }

    /** A sum; null where nothing was counted. */
    Long get(int measure) {
        return values[measure];
    }

    /** A sum; 0 where nothing was counted. */
    long count(int measure) {
        return values[measure] == null ? 0 : values[measure];
    }
}
