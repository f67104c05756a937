package io.botledger.reports;

import io.botledger.db.NamedParameters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The keys between which all conversations of a report's days lie, and perhaps others: loads tell where theirs are. So a
 * report reads little of the tables, and no index of times costs the load anything.
 *
 * @param first the lowest key
 * @param last the highest key; below the first if there is no conversation
 */
record KeyRange(long first, long last) {
    private static final String FIRST = "first_conversation_key";
    private static final String LAST = "last_conversation_key";

    private static final String FIRST_FOLLOWING = "first_following_key";
    private static final String LAST_FOLLOWING = "last_following_key";

    /** The names of the parameters in SQL. */
    static final Set<String> NAMES = Set.of(FIRST, LAST, FIRST_FOLLOWING, LAST_FOLLOWING);

    /** No key. */
    static final KeyRange NONE = new KeyRange(1, 0);

    private static final String SPANS = """
            select min(first_conversation_key) as first_key, max(last_conversation_key) as last_key
            from botledger.load_spans
            where case cast(:day_of as varchar)
              when 'start' then
                (cast(:from as date) is null or last_started_at >= cast(:from_begins as timestamp with time zone))
                and (cast(:to as date) is null or first_started_at < cast(:to_ends as timestamp with time zone))
              else
                (cast(:from as date) is null or last_ended_at >= cast(:from_begins as timestamp with time zone))
                and (cast(:to as date) is null or first_ended_at < cast(:to_ends as timestamp with time zone))
                or (cast(:from as date) is null or last_unended_date >= cast(:from as date))
                and (cast(:to as date) is null or first_unended_date <= cast(:to as date))
            end
            or cast(:from as date) is null and cast(:to as date) is null
            """;

    /** Of no load but those that have a start between the range's first and the latest recontact of its last. */
    private static final String FOLLOWING = """
            select min(first_conversation_key) as first_key, max(last_conversation_key) as last_key
            from botledger.load_spans
            where last_started_at >= (
                select min(first_started_at)
                from botledger.load_spans
                where last_conversation_key >= :first and first_conversation_key <= :last
              )
              and first_started_at <= (
                select
                  max(case when last_ended_at > last_started_at then last_ended_at else last_started_at end)
                    + cast(:days as bigint) * interval '24' hour
                from botledger.load_spans
                where last_conversation_key >= :first and first_conversation_key <= :last
              )
            """;

    /** Whether a query reads no conversations but those of its days. */
    static boolean isReadBy(String sql) {
        return NamedParameters.names(sql).stream().anyMatch(NAMES::contains);
    }

    /** The keys for the days of a report. */
    static KeyRange of(Handle handle, BoundParameters bound) {
        return read(ReportRunner.query(handle, SPANS, bound));
    }

    /**
     * These keys, and those of conversations that started not before them, and not later than some days (of 24 hours each)
     * after their last.
     */
    KeyRange following(Handle handle, long days) {
        Query query = handle.createQuery(FOLLOWING)
                .bind("first", first)
                .bind("last", last)
                .bind("days", days);
        return around(read(query));
    }

    private static KeyRange read(Query query) {
        return query.map((row, context) -> {
                    long first = row.getLong("first_key");
                    return row.wasNull() ? NONE : new KeyRange(first, row.getLong("last_key"));
                })
                .one();
    }

    /**
     * The same keys in portions, the lowest first; none if there is no conversation.
     *
     * @param size how many keys a portion has at most
     */
    List<KeyRange> portions(long size) {
        List<KeyRange> portions = new ArrayList<>();
        for (long begin = first; begin <= last; begin = portions.get(portions.size() - 1).last + 1) {
            portions.add(new KeyRange(begin, begin + Math.min(size - 1, last - begin)));
        }
        return portions;
    }

    boolean isEmpty() {
        return first > last;
    }

    /** The keys from the lowest to the highest of both. */
    KeyRange around(KeyRange other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return new KeyRange(Math.min(first, other.first), Math.max(last, other.last));
    }

    /** The keys that both have. */
    KeyRange within(KeyRange other) {
        return new KeyRange(Math.max(first, other.first), Math.min(last, other.last));
    }

    void bindTo(Query query) {
        query.bind(FIRST, first).bind(LAST, last);
    }

    /** Binds them as those of {@link #following}. */
    void bindAsFollowingTo(Query query) {
        query.bind(FIRST_FOLLOWING, first).bind(LAST_FOLLOWING, last);
    }

    /** Whether one of some parameters is a key of {@link #following}. */
    static boolean isFollowing(Collection<String> parameters) {
        return parameters.contains(FIRST_FOLLOWING) || parameters.contains(LAST_FOLLOWING);
    }
}
