package io.botledger.load;

import io.botledger.db.Database;
import io.botledger.model.LandedFile;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Proves set-wise that the tables agree with each other and with the ledger. Changes nothing. A check counts what
 * contradicts it: 0 means it holds.
 */
public final class Verification {
    private record Reference(String child, String column, String parent, String parentColumn) {}

    private static final List<Reference> REFERENCES = List.of(
            new Reference("conversations", "bot_key", "bots", "bot_key"),
            new Reference("conversations", "bot_name_key", "bot_names", "bot_name_key"),
            new Reference("conversations", "load_key", "etl_loads", "load_key"),
            new Reference("conversation_labels", "conversation_key", "conversations", "conversation_key"),
            new Reference("conversation_labels", "label_key", "labels", "label_key"),
            new Reference("session_params", "conversation_key", "conversations", "conversation_key"),
            new Reference("session_params", "session_param_name_key", "session_param_names", "session_param_name_key"),
            new Reference("intent_replies", "conversation_key", "conversations", "conversation_key"),
            new Reference("intent_replies", "intent_key", "intents", "intent_key"),
            new Reference("intent_replies", "next_intent_key", "intents", "intent_key"),
            new Reference("conversations", "first_intent_key", "intents", "intent_key"),
            new Reference("conversations", "last_intent_key", "intents", "intent_key"),
            new Reference("conversations", "first_meaningful_intent_key", "intents", "intent_key"),
            new Reference("conversations", "last_meaningful_intent_key", "intents", "intent_key"),
            new Reference("triggered_replies", "conversation_key", "conversations", "conversation_key"),
            new Reference("triggered_replies", "reply_key", "replies", "reply_key"),
            new Reference("conversation_segments", "conversation_key", "conversations", "conversation_key"),
            new Reference("conversation_segments", "segment_key", "segments", "segment_key"),
            new Reference("conversation_procedures", "conversation_key", "conversations", "conversation_key"),
            new Reference("conversation_procedures", "procedure_key", "procedures", "procedure_key"),
            new Reference("conversation_use_cases", "conversation_key", "conversations", "conversation_key"),
            new Reference("conversation_use_cases", "use_case_key", "use_cases", "use_case_key"),
            new Reference("conversation_knowledge_sources", "conversation_key", "conversations", "conversation_key"),
            new Reference(
                    "conversation_knowledge_sources",
                    "knowledge_source_key",
                    "knowledge_sources",
                    "knowledge_source_key"),
            new Reference("etl_loads", "bot_key", "bots", "bot_key"),
            new Reference("export_days", "bot_key", "bots", "bot_key"),
            new Reference("etl_loads", "run_key", "etl_runs", "run_key"),
            new Reference("etl_files", "load_key", "etl_loads", "load_key"),
            new Reference("etl_rejects", "load_key", "etl_loads", "load_key"),
            new Reference("load_spans", "load_key", "etl_loads", "load_key"));

    private static final String COUNTS_DISAGREE = """
            select count(*)
            from botledger.etl_loads l
            left join (
              select load_key, count(is_current) as loaded, count(*) - count(is_current) as outranked
              from botledger.conversations
              group by load_key
            ) c on c.load_key = l.load_key
            where l.status = 'completed'
              and (l.loaded_count <> coalesce(c.loaded, 0) or l.outranked_count <> coalesce(c.outranked, 0))
            """;

    private static final String REJECTS_DISAGREE = """
            select count(*)
            from botledger.etl_loads l
            left join (
              select
                load_key,
                count(distinct case when kind = 'record' then record_ordinal end) as records,
                count(case when kind = 'value' then 1 end) as field_values
              from botledger.etl_rejects
              group by load_key
            ) r on r.load_key = l.load_key
            where l.status in ('completed', 'superseded') and l.error_code is null
              and (l.rejected_count <> coalesce(r.records, 0) or l.value_reject_count <> coalesce(r.field_values, 0))
            """;

    private static final String LEFT_BEHIND = """
            select count(*)
            from botledger.conversations c
            join botledger.etl_loads l on l.load_key = c.load_key
            where l.status <> 'completed'
            """;

    private static final String NONE_CURRENT = """
            select count(*)
            from (
              select 1 as one
              from botledger.conversations
              group by bot_key, conversation_id
              having count(is_current) <> 1
            ) conversations_without_one
            """;

    private static final String WRONG_WINNER = """
            select count(*)
            from botledger.conversations loser
            join botledger.conversations winner
              on winner.bot_key = loser.bot_key and winner.conversation_id = loser.conversation_id
              and winner.is_current
            join botledger.etl_loads lower_load on lower_load.load_key = loser.load_key
            join botledger.etl_loads higher_load on higher_load.load_key = winner.load_key
            join botledger.bots lower_bot on lower_bot.bot_key = lower_load.bot_key
            join botledger.bots higher_bot on higher_bot.bot_key = higher_load.bot_key
            where loser.is_current is null
              and (lower_load.export_date > higher_load.export_date
                or (lower_load.export_date = higher_load.export_date and lower_load.shard > higher_load.shard)
                or (lower_load.export_date = higher_load.export_date and lower_load.shard = higher_load.shard
                  and lower_bot.bot_id > higher_bot.bot_id))
            """;

    private static final String OUTSIDE_SPAN = """
            select count(*)
            from botledger.conversations c
            left join botledger.load_spans s on s.load_key = c.load_key
            where not coalesce(c.conversation_key between s.first_conversation_key and s.last_conversation_key, false)
              or (c.started_at is not null
                and not coalesce(c.started_at between s.first_started_at and s.last_started_at, false))
              or (c.ended_at is not null
                and not coalesce(c.ended_at between s.first_ended_at and s.last_ended_at, false))
              or (c.ended_at is null
                and not coalesce(c.export_date between s.first_unended_date and s.last_unended_date, false))
            """;

    private static final String SEVERAL_VERSIONS = """
            select count(*)
            from (
              select 1 as one
              from botledger.etl_loads
              where status = 'completed'
              group by bot_key, export_date, shard
              having count(*) > 1
            ) files_with_several
            """;

    private record ListKey(String table, String place) {}

    /** What PostgreSQL guards by primary keys, and H2 does not. */
    private static final List<ListKey> LIST_KEYS = List.of(
            new ListKey("conversation_labels", "position"),
            new ListKey("session_params", "session_param_name_key"),
            new ListKey("intent_replies", "position"),
            new ListKey("triggered_replies", "position"),
            new ListKey("conversation_segments", "position"),
            new ListKey("conversation_procedures", "position"),
            new ListKey("conversation_use_cases", "position"),
            new ListKey("conversation_knowledge_sources", "position"));

    private final Database database;

    /** A verification of a database whose schema is there. */
    public Verification(Database database) {
        this.database = database;
    }

    /**
     * The result of one check.
     *
     * @param name what should hold
     * @param violations how many rows contradict it; 0 if it holds
     */
    public record Check(String name, long violations) {
        /** Whether it holds. */
        public boolean holds() {
            return violations == 0;
        }
    }

    /** Runs every check; the order is fixed. */
    public List<Check> run() {
        return database.jdbi().withHandle(handle -> {
            List<Check> checks = new ArrayList<>();
            for (Reference reference : REFERENCES) {
                checks.add(new Check(
                        reference.child() + "." + reference.column() + " has its row in " + reference.parent(),
                        orphans(handle, reference)));
            }
            for (ListKey key : LIST_KEYS) {
                checks.add(new Check(
                        "within a conversation " + key.table() + "." + key.place() + " is there once",
                        repeatedKeys(handle, key)));
            }
            checks.add(new Check("counts of the ledger are those of the tables", count(handle, COUNTS_DISAGREE)));
            checks.add(new Check("counts of the ledger are those of the rejects", count(handle, REJECTS_DISAGREE)));
            checks.add(new Check("only completed loads have conversations", count(handle, LEFT_BEHIND)));
            checks.add(new Check("of each conversation one row counts", count(handle, NONE_CURRENT)));
            checks.add(new Check("the row that counts is of the highest file", count(handle, WRONG_WINNER)));
            checks.add(new Check("conversations lie in the span of their load", count(handle, OUTSIDE_SPAN)));
            RollUpChecks.VIOLATIONS.forEach(
                    (name, violations) -> checks.add(new Check(name, count(handle, violations))));
            checks.add(new Check("of each file one version is in the tables", count(handle, SEVERAL_VERSIONS)));
            return checks;
        });
    }

    private static long orphans(Handle handle, Reference reference) {
        return count(
                handle,
                "select count(*) from botledger." + reference.child() + " child where child." + reference.column()
                        + " is not null and not exists (select 1 from botledger." + reference.parent()
                        + " parent where parent." + reference.parentColumn() + " = child." + reference.column() + ")");
    }

    private static long repeatedKeys(Handle handle, ListKey key) {
        return count(
                handle,
                "select count(*) from (select 1 as one from botledger." + key.table() + " group by conversation_key, "
                        + key.place() + " having count(*) > 1) repeated_keys");
    }

    private static long count(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }

    /**
     * A file that the ledger saw.
     *
     * @param path its absolute path
     * @param size its bytes when it was seen
     * @param sha256 hash of its inflated content
     */
    public record SeenFile(String path, long size, String sha256) {}

    /** Where the contents that are in the tables were seen, ordered by path; see {@link LandedFile}. */
    public List<SeenFile> seenFiles() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select f.file_path, f.file_size, l.sha256
                        from botledger.etl_files f
                        join botledger.etl_loads l on l.load_key = f.load_key
                        where l.status = 'completed'
                        order by f.file_path
                        """)
                        .map((row, context) -> new SeenFile(row.getString(1), row.getLong(2), row.getString(3)))
                        .list());
    }
}
