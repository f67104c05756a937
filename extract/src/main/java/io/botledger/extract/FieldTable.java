package io.botledger.extract;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The known fields of one kind of object: by name, without regard to case, how to read it and where to put it. Members come
 * in one order, mostly: so the field that stood behind the last one the last time is tried first. For one thread.
 */
final class FieldTable<D extends Draft> {
    private final Map<String, Field<D>> fields = new HashMap<>();
    /** Of no name at first. */
    private Field<D> last = new Field<>(null, null);

    /** Adds a field; of two names for one field the last in the record counts. */
    <T> FieldTable<D> field(String name, Function<D, Slot<T>> slot, ValueReader<T> reader) {
        return field(name, slot, reader, 0);
    }

    /** Adds one of several names for a field; the one with the highest rank counts. */
    <T> FieldTable<D> field(String name, Function<D, Slot<T>> slot, ValueReader<T> reader, int rank) {
        FieldReader<D> field = (json, draft) -> slot.apply(draft).put(json, reader.read(json), rank);
        add(name, field);
        add(name.toLowerCase(Locale.ROOT), field);
        add(name.toUpperCase(Locale.ROOT), field);
        return this;
    }

    private void add(String name, FieldReader<D> reader) {
        fields.put(name, new Field<>(name, reader));
    }

    /** Reads an object's members into the draft, which is cleared before. */
    D read(JsonInput json, D draft) throws IOException {
        draft.clear();
        String name = json.nextMember();
        while (name != null) {
            Field<D> field = find(name);
            if (field != null) {
                field.reader.read(json, draft);
            } else {
                draft.extras().read(name, json);
            }
            name = json.nextMember();
        }
        return draft;
    }

    /** The field of this name; null if it is not known. */
    private Field<D> find(String name) {
        Field<D> expected = last.follower;
        if (name.equals(expected.name)) {
            last = expected;
            return expected;
        }
        Field<D> exact = fields.get(name);
        Field<D> found = exact != null ? exact : fields.get(name.toLowerCase(Locale.ROOT));
        if (found != null) {
            last.follower = found;
            last = found;
        }
        return found;
    }

    private static final class Field<D> {
        private final String name;
        private final FieldReader<D> reader;
        private Field<D> follower = this;

        Field(String name, FieldReader<D> reader) {
            this.name = name;
            this.reader = reader;
        }
    }

    @FunctionalInterface
    private interface FieldReader<D> {
        void read(JsonInput json, D draft) throws IOException;
    }
}
