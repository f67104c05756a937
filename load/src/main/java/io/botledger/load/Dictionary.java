package io.botledger.load;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * A dictionary table: texts that repeat, each stored once under a key. New entries are committed at once, outside of the
 * transaction that needs them: they say nothing until a row refers to them, and a load never waits for another's.
 * Relies on the process lock: no other process adds entries. Safe for use by several threads, of which one at a time adds.
 *
 * @param <E> an entry as the export gives it
 */
final class Dictionary<E> {
    /** Bounds the memory of a hostile export in which every name is new. */
    private static final int MAX_CACHED = 20_000;

    private static final long MAX_CACHED_CHARACTERS = 1_000_000;

    private final Jdbi jdbi;
    private final Keys keys;
    private final String keyColumn;
    private final String table;
    private final List<String> columns;
    private final Function<E, List<String>> texts;
    private final Map<E, Long> known = new ConcurrentHashMap<>();
    private long knownCharacters;

    /** A dictionary of several columns, each of which may be null. */
    Dictionary(
            Jdbi jdbi,
            Keys keys,
            String table,
            String keyColumn,
            List<String> columns,
            Function<E, List<String>> texts) {
        this.jdbi = jdbi;
        this.keys = keys;
        this.table = "botledger." + table;
        this.keyColumn = keyColumn;
        this.columns = columns;
        this.texts = texts;
    }

    /** A dictionary of one column. */
    static Dictionary<String> of(Jdbi jdbi, Keys keys, String table, String keyColumn, String column) {
        return new Dictionary<>(jdbi, keys, table, keyColumn, List.of(column), List::of);
    }

    /** The entry's key; the entry is added where it is new. */
    long key(E entry) {
        Long key = known.get(entry);
        return key == null ? findOrAdd(entry) : key;
    }

    /** Under one lock for all dictionaries, so that at most two connections beside those of the loads are in use here. */
    private long findOrAdd(E entry) {
        synchronized (keys) {
            Long key = known.get(entry);
            if (key == null) {
                List<String> values = texts.apply(entry);
                key = jdbi.withHandle(handle -> findOrAdd(handle, values));
                remember(entry, values, key);
            }
            return key;
        }
    }

    private void remember(E entry, List<String> values, long key) {
        if (known.size() >= MAX_CACHED || knownCharacters >= MAX_CACHED_CHARACTERS) {
            known.clear();
            knownCharacters = 0;
        }
        known.put(entry, key);
        for (String value : values) {
            knownCharacters += value == null ? 0 : value.length();
        }
    }

    private long findOrAdd(Handle handle, List<String> values) {
        Query query = handle.createQuery("select " + keyColumn + " from " + table + " where " + conditionFor(values));
        int parameter = 0;
        for (String value : values) {
            if (value != null) {
                query.bind(parameter++, value);
            }
        }
        return query.mapTo(Long.class).findOne().orElseGet(() -> add(handle, values));
    }

    /** Not {@code is not distinct from}: PostgreSQL uses no index for that. */
    private String conditionFor(List<String> values) {
        StringJoiner condition = new StringJoiner(" and ");
        for (int i = 0; i < columns.size(); i++) {
            condition.add(columns.get(i) + (values.get(i) == null ? " is null" : " = ?"));
        }
        return condition.toString();
    }

    private long add(Handle handle, List<String> values) {
        long key = keys.next();
        Update insert = handle.createUpdate("insert into " + table + " (" + keyColumn + ", "
                + String.join(", ", columns) + ") values (?" + ", ?".repeat(columns.size()) + ")");
        insert.bind(0, key);
        for (int i = 0; i < values.size(); i++) {
            insert.bind(i + 1, values.get(i));
        }
        insert.execute();
        return key;
    }
}
