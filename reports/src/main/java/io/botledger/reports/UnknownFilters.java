package io.botledger.reports;

import io.botledger.model.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Warns of bots, channels and languages that are asked for and that no conversation in the database has: figures of 0 look
 * like figures, also where a name is mistyped.
 */
final class UnknownFilters {
    private static final int LISTED = 10;

    private static final String BOTS = """
            select bot_id from botledger.bots
            union
            select bot_name from botledger.bot_names
            """;

    private final Handle handle;
    private final TimeLimit limit;
    private final Supplier<KeyRange> keys;

    private UnknownFilters(Handle handle, TimeLimit limit, Supplier<KeyRange> keys) {
        this.handle = handle;
        this.limit = limit;
        this.keys = keys;
    }

    /**
     * Where conversations have their values. Whether there is one among those of the report's days is soon known if many
     * have it, so that all conversations are read only where there is none.
     *
     * @param any whether a conversation of some keys has a value
     * @param all the values of all conversations
     */
    private record Field(String parameter, String any, String all) {
        static final Field CHANNEL = new Field(
                "channel",
                """
                select 1 from botledger.conversations
                where conversation_key between :first_conversation_key and :last_conversation_key
                  and is_current and channel = :value
                fetch first 1 row only
                """,
                "select distinct channel from botledger.conversations where is_current and channel is not null");

        static final Field LANGUAGE = new Field(
                "language",
                """
                select 1 from botledger.conversations
                where conversation_key between :first_conversation_key and :last_conversation_key
                  and is_current and language = :value
                fetch first 1 row only
                """,
                "select distinct language from botledger.conversations where is_current and language is not null");
    }

    /**
     * The warnings.
     *
     * @param given what was asked for, by the names of the parameters
     * @param keys those of the conversations of the report's days; asked for only where that is needed
     */
    static List<String> warnings(
            Handle handle, TimeLimit limit, Map<String, List<String>> given, Supplier<KeyRange> keys) {
        UnknownFilters filters = new UnknownFilters(handle, limit, keys);
        List<String> warnings = new ArrayList<>(filters.bots(given.getOrDefault("bot", List.of())));
        for (Field field : List.of(Field.CHANNEL, Field.LANGUAGE)) {
            warnings.addAll(filters.values(field, given.getOrDefault(field.parameter(), List.of())));
        }
        return warnings;
    }

    private List<String> bots(List<String> asked) {
        return asked.isEmpty() ? List.of() : unknown(asked, texts(BOTS), "no bot has the id or name ");
    }

    private List<String> values(Field field, List<String> asked) {
        List<String> absent =
                asked.stream().filter(value -> !isInRange(field, value)).toList();
        return absent.isEmpty()
                ? List.of()
                : unknown(absent, texts(field.all()), "no conversation has the " + field.parameter() + " ");
    }

    private boolean isInRange(Field field, String value) {
        Query query = handle.createQuery(field.any()).bind("value", value);
        keys.get().bindTo(query);
        limit.beforeQuery(handle);
        return query.mapTo(Integer.class).findFirst().isPresent();
    }

    private SortedSet<String> texts(String sql) {
        limit.beforeQuery(handle);
        return new TreeSet<>(handle.createQuery(sql).mapTo(String.class).list());
    }

    private static List<String> unknown(List<String> asked, SortedSet<String> known, String what) {
        return asked.stream()
                .distinct()
                .filter(value -> !known.contains(value))
                .map(value -> what + "\"" + DisplayText.visible(value) + "\"" + hint(value, known))
                .toList();
    }

    /** The name that was probably meant: the same in another case, or the closest; else those that there are. */
    private static String hint(String value, SortedSet<String> known) {
        List<String> visible = known.stream().map(DisplayText::visible).toList();
        String meant = visible.stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .map(name -> "; did you mean " + name + "?")
                .orElseGet(() -> Suggestion.didYouMean(value, visible));
        if (!meant.isEmpty() || known.isEmpty()) {
            return meant;
        }
        int more = visible.size() - LISTED;
        return "; there are " + String.join(", ", visible.subList(0, Math.min(LISTED, visible.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
