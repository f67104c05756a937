package io.botledger.extract;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The known fields of one kind of object: by name, without regard to case, how to read it and where to put it. */
final class FieldTable<D extends Draft> {
    private final Map<String, FieldReader<D>> readers = new HashMap<>();

    /** Adds a field; of two names for one field the last in the record counts. */
    <T> FieldTable<D> field(String name, Function<D, Slot<T>> slot, ValueReader<T> reader) {
        return field(name, slot, reader, 0);
    }

    /** Adds one of several names for a field; the one with the highest rank counts. */
    <T> FieldTable<D> field(String name, Function<D, Slot<T>> slot, ValueReader<T> reader, int rank) {
        FieldReader<D> field = (json, draft) -> slot.apply(draft).put(json, reader.read(json), rank);
        readers.put(name, field);
        readers.put(name.toLowerCase(Locale.ROOT), field);
        readers.put(name.toUpperCase(Locale.ROOT), field);
        return this;
    }

    /** Reads an object's members into the draft, which is cleared before. */
    D read(JsonInput json, D draft) throws IOException {
        draft.clear();
        String name = json.nextMember();
        while (name != null) {
            FieldReader<D> reader = find(name);
            if (reader != null) {
                reader.read(json, draft);
            } else {
                draft.extras().read(name, json);
            }
            name = json.nextMember();
        }
        return draft;
    }

    private FieldReader<D> find(String name) {
        FieldReader<D> exact = readers.get(name);
        return exact != null ? exact : readers.get(name.toLowerCase(Locale.ROOT));
    }

    @FunctionalInterface
    private interface FieldReader<D> {
        void read(JsonInput json, D draft) throws IOException;
    }
}
