package io.botledger.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DictionaryTest {
    private static Dictionary<String> labels(
            Database database, Handle handle, Function<List<String>, String> entry, Dictionary.Limits limits) {
        return new Dictionary<>(
                () -> handle,
                new Keys(database.jdbi()),
                "labels",
                "label_key",
                List.of("label"),
                List::of,
                entry,
                limits);
    }

    private static Dictionary<String> labels(Database database, Handle handle, int entries, long characters) {
        return labels(database, handle, values -> values.get(0), new Dictionary.Limits(entries, characters));
    }

    private static Map<String, Long> stored(Database database) {
        Map<String, Long> stored = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery("select label, label_key from botledger.labels")
                        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                        .forEach(row -> assertThat(stored.put(row.getKey(), row.getValue()))
                                .isNull()));
        return stored;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anEntryKeepsItsKeyWhereNotAllFitIntoMemory(Dialect dialect) {
        for (int[] limits : new int[][] {{1, 1_000}, {3, 1_000}, {1_000, 8}}) {
            try (Database database = TestDatabases.migrated(dialect);
                    Handle handle = database.openLazy()) {
                Dictionary<String> dictionary = labels(database, handle, limits[0], limits[1]);
                Map<String, Long> keys = new HashMap<>();
                Random random = new Random(1);
                for (int i = 0; i < 200; i++) {
                    String label = "l" + random.nextInt(12);
                    long key = dictionary.key(label);
                    assertThat(keys.getOrDefault(label, key)).isEqualTo(key);
                    keys.put(label, key);
                    if (i % 50 == 49) {
                        dictionary.storeNew();
                    }
                }
                assertThat(keys).hasSize(12);
                assertThat(stored(database)).isEqualTo(keys);
                Dictionary<String> next = labels(database, handle, limits[0], limits[1]);
                keys.forEach((label, key) -> assertThat(next.key(label)).isEqualTo(key));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aTableThatCouldNotBeReadToItsEndIsReadOnceMore(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect);
                Handle handle = database.openLazy()) {
            database.jdbi().useHandle(it -> {
                for (int key = 1; key <= 3; key++) {
                    it.execute("insert into botledger.labels (label_key, label) values (?, ?)", key, "l" + key);
                }
            });
            int[] rows = {0};
            Function<List<String>, String> failsOnce = values -> {
                if (++rows[0] == 2) {
                    throw new IllegalStateException("made up");
                }
                return values.get(0);
            };
            Dictionary<String> dictionary = labels(database, handle, failsOnce, Dictionary.Limits.DEFAULT);
            assertThatThrownBy(() -> dictionary.key("new")).hasMessage("made up");
            assertThat(List.of(dictionary.key("l3"), dictionary.key("l2"), dictionary.key("l1")))
                    .containsExactly(3L, 2L, 1L);
            long added = dictionary.storedKey("new");
            assertThat(stored(database)).isEqualTo(Map.of("l1", 1L, "l2", 2L, "l3", 3L, "new", added));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void entriesThatCouldNotBeStoredToMakeRoomKeepTheirKeys(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect);
                Handle handle = database.openLazy()) {
            Dictionary<String> dictionary = labels(database, handle, 2, 1_000);
            long first = dictionary.key("l1");
            long second = dictionary.key("l2");
            handle.execute("alter table botledger.labels rename to labels_gone");
            assertThatThrownBy(() -> dictionary.key("l3")).isInstanceOf(RuntimeException.class);
            handle.execute("alter table botledger.labels_gone rename to labels");
            long third = dictionary.storedKey("l3");
            assertThat(dictionary.key("l1")).isEqualTo(first);
            assertThat(stored(database)).isEqualTo(Map.of("l1", first, "l2", second, "l3", third));
        }
    }
}
