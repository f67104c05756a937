package io.botledger.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * A dictionary table: texts that repeat, each stored once under a key. A new entry has its key at once, and is stored with
 * all others that are new by {@link #storeNew}, which whoever used a key calls before the rows that refer to it are
 * committed. Entries are stored outside of the transaction that needs them: they say nothing until a row refers to them, and
 * a load never waits for another's. Entries are read into memory when the first is asked for; as long as all fit there, the
 * database is asked for none.
 *
 * <p>Relies on the process lock: no other process adds entries. Safe for use by several threads, of which one at a time
 * reads or adds.
 *
 * @param <E> an entry as the export gives it
 */
final class Dictionary<E> {
    /**
     * How much is kept in memory: a bound for a hostile export in which every name is new.
     *
     * @param entries at least 1
     * @param characters characters of all entries; the last one may go beyond
     */
    record Limits(int entries, long characters) {
        static final Limits DEFAULT = new Limits(20_000, 1_000_000);
    }

    private final Supplier<Handle> handle;
    private final Keys keys;
    private final String keyColumn;
    private final String table;
    private final List<String> columns;
    private final Function<E, List<String>> texts;
    private final Function<List<String>, E> entry;
    private final Limits limits;
    private final Map<E, Long> known = new ConcurrentHashMap<>();
    /** Those of the known that are not in the table. */
    private final Map<Long, List<String>> unstored = new LinkedHashMap<>();

    private long knownCharacters;
    private boolean read;
    private boolean allKnown;

    /**
     * A dictionary of several columns, each of which may be null.
     *
     * @param handle gives the connection that is used for nothing but dictionaries
     * @param texts the values of an entry's columns
     * @param entry the entry with these values
     * @param limits beyond them entries are looked up in the table
     */
    Dictionary(
            Supplier<Handle> handle,
            Keys keys,
            String table,
            String keyColumn,
            List<String> columns,
            Function<E, List<String>> texts,
            Function<List<String>, E> entry,
            Limits limits) {
        this.handle = handle;
        this.keys = keys;
        this.table = "botledger." + table;
        this.keyColumn = keyColumn;
        this.columns = columns;
        this.texts = texts;
        this.entry = entry;
        this.limits = limits;
    }

    /** A dictionary of one column. */
    static Dictionary<String> of(Supplier<Handle> handle, Keys keys, String table, String keyColumn, String column) {
        return new Dictionary<>(
                handle, keys, table, keyColumn, List.of(column), List::of, values -> values.get(0), Limits.DEFAULT);
    }

    /** The entry's key; a new one where the entry is new. */
    long key(E entry) {
        Long key = known.get(entry);
        return key == null ? findOrAdd(entry) : key;
    }

    /** The entry's key, for rows that are committed without {@link #storeNew}. */
    long storedKey(E entry) {
        long key = key(entry);
        storeNew();
        return key;
    }

    /** Under one lock for all dictionaries, since they share a connection. */
    private long findOrAdd(E entry) {
        synchronized (keys) {
            if (!read) {
                readAll();
            }
            Long key = known.get(entry);
            if (key == null) {
                List<String> values = texts.apply(entry);
                makeRoom();
                key = find(values).orElse(null);
                if (key == null) {
                    key = keys.next();
                    unstored.put(key, values);
                }
                remember(entry, values, key);
            }
            return key;
        }
    }

    /** All or, if that fails, nothing: of an entry that was not read, the table would be taken to know nothing. */
    private void readAll() {
        try {
            allKnown = true;
            rememberAll();
            read = true;
        } finally {
            if (!read) {
                forget();
            }
        }
    }

    private void rememberAll() {
        Query query = handle.get()
                .createQuery("select " + keyColumn + ", " + String.join(", ", columns) + " from " + table + " limit "
                        + (limits.entries() + 1));
        try (ResultIterator<Map.Entry<Long, List<String>>> rows = query.map(
                        (row, context) -> Map.entry(row.getLong(1), values(row)))
                .iterator()) {
            while (allKnown && rows.hasNext()) {
                Map.Entry<Long, List<String>> row = rows.next();
                makeRoom();
                remember(entry.apply(row.getValue()), row.getValue(), row.getKey());
            }
        }
    }

    private List<String> values(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(row.getString(i + 2));
        }
        return values;
    }

    private void makeRoom() {
        if (known.size() >= limits.entries() || knownCharacters >= limits.characters()) {
            storeNew();
            forget();
        }
    }

    private void remember(E entry, List<String> values, long key) {
        known.put(entry, key);
        for (String value : values) {
            knownCharacters += value == null ? 0 : value.length();
        }
    }

    private void forget() {
        known.clear();
        knownCharacters = 0;
        allKnown = false;
    }

    private Optional<Long> find(List<String> values) {
        if (allKnown) {
            return Optional.empty();
        }
        Query query =
                handle.get().createQuery("select " + keyColumn + " from " + table + " where " + conditionFor(values));
        int parameter = 0;
        for (String value : values) {
            if (value != null) {
                query.bind(parameter++, value);
            }
        }
        return query.mapTo(Long.class).findOne();
    }

    /** Not {@code is not distinct from}: PostgreSQL uses no index for that. */
    private String conditionFor(List<String> values) {
        StringJoiner condition = new StringJoiner(" and ");
        for (int i = 0; i < columns.size(); i++) {
            condition.add(columns.get(i) + (values.get(i) == null ? " is null" : " = ?"));
        }
        return condition.toString();
    }

    /** Stores the entries that are new. If that fails, they stay new, and the next call fails alike. */
    void storeNew() {
        synchronized (keys) {
            if (!unstored.isEmpty()) {
                handle.get().useTransaction(this::insertUnstored);
                unstored.clear();
            }
        }
    }

    private void insertUnstored(Handle transaction) {
        PreparedBatch insert = transaction.prepareBatch("insert into " + table + " (" + keyColumn + ", "
                + String.join(", ", columns) + ") values (?" + ", ?".repeat(columns.size()) + ")");
        unstored.forEach((key, values) -> {
            insert.bind(0, key);
            for (int i = 0; i < values.size(); i++) {
                insert.bind(i + 1, values.get(i));
            }
            insert.add();
        });
        insert.execute();
    }
}
