package io.botledger.reports;

import io.botledger.db.Database;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Puts conversations into a database by plain inserts. */
final class Fixture {
    private final Handle handle;
    private final Map<String, Integer> bots = new LinkedHashMap<>();
    private final Map<String, Integer> botNames = new LinkedHashMap<>();
    private final Map<String, Integer> intents = new LinkedHashMap<>();
    private final Map<String, Integer> labels = new LinkedHashMap<>();
    private final Map<String, Integer> paramNames = new LinkedHashMap<>();

    private Fixture(Handle handle) {
        this.handle = handle;
    }

    static void insert(Database database, List<Talk> talks) {
        database.jdbi().useTransaction(handle -> new Fixture(handle).insert(talks));
        database.jdbi().useHandle(handle -> handle.execute("analyze"));
    }

    /** The same, each bot's conversations of an export date being those of a load of their own. */
    static void insertLoaded(Database database, List<Talk> talks) {
        insert(database, talks);
        database.jdbi().useTransaction(handle -> {
            handle.execute("""
                    insert into botledger.etl_loads (load_key, bot_key, export_date, shard, file_name, sha256, content_size,
                      landed_at, status, run_key, started_at)
                    select row_number() over (order by bot_key desc, export_date desc) - 1, bot_key, export_date, 0, 'f',
                      'completed', 0, current_timestamp, 'completed', 1, current_timestamp
                    from (select distinct bot_key, export_date from botledger.conversations) as files
                    """);
            handle.execute("""
                    update botledger.conversations set load_key = (
                      select l.load_key
                      from botledger.etl_loads l
                      where l.bot_key = conversations.bot_key and l.export_date = conversations.export_date
                    )
                    """);
            insertSpans(handle);
        });
    }

    /** A row of the ledger; the bot must be there. */
    static void insertLoad(Database database, String botId, String exportDate, String status) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into botledger.etl_loads (load_key, bot_key, export_date, shard, file_name, sha256,
                          content_size, landed_at, status, run_key, started_at)
                        select (select count(*) from botledger.etl_loads), bot_key, cast(:day as date), 0, 'f', :status, 0,
                          current_timestamp, :status, 1, current_timestamp
                        from botledger.bots where bot_id = :bot
                        """)
                        .bind("day", exportDate)
                        .bind("status", status)
                        .bind("bot", botId)
                        .execute());
    }

    /** Rows of the ledger, one for each day. */
    static void insertLoads(Database database, String botId, String firstDate, String lastDate) {
        LocalDate.parse(firstDate)
                .datesUntil(LocalDate.parse(lastDate).plusDays(1))
                .forEach(day -> insertLoad(database, botId, day.toString(), "completed"));
    }

    /** What the source said of a day just now, {@code absent} or {@code complete}; the bot must be there. */
    static void insertExportDay(Database database, String botId, String exportDate, String state) {
        insertExportDay(database, botId, exportDate, state, Instant.now());
    }

    /** What the source said of a day when it was asked. */
    static void insertExportDay(Database database, String botId, String exportDate, String state, Instant checkedAt) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into botledger.export_days (bot_key, export_date, state, checked_at)
                        select bot_key, cast(:day as date), :state, :checked
                        from botledger.bots where bot_id = :bot
                        """)
                        .bind("day", exportDate)
                        .bind("state", state)
                        .bind("checked", checkedAt.atOffset(ZoneOffset.UTC))
                        .bind("bot", botId)
                        .execute());
    }

    private void insert(List<Talk> talks) {
        insertConversations(talks);
        insertSpans(handle);
        insertIntentReplies(talks);
        insertLabels(talks);
        insertParams(talks);
        insertNames("bots (bot_key, bot_id)", bots);
        insertNames("bot_names (bot_name_key, bot_name)", botNames);
        insertNames("intents (intent_key, intent_name)", intents);
        insertNames("labels (label_key, label)", labels);
        insertNames("session_param_names (session_param_name_key, param_name)", paramNames);
    }

    private void insertConversations(List<Talk> talks) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into botledger.conversations (conversation_key, bot_key, bot_name_key, conversation_id, is_current,
                  load_key, record_ordinal, export_date, started_at, ended_at, language, channel, test_mode,
                  conversation_status, last_resolution, bot_messages_count, visitor_messages_count,
                  not_understood_messages_count, knowledge_not_understood_count, is_llm_conversation,
                  has_knowledge_response_attempt, knowledge_response_generated_count, knowledge_error_occurred_count,
                  knowledge_escalation_required_count, knowledge_fallback_count, automated_resolution, resolution_tier,
                  first_intent_key, last_intent_key, first_meaningful_intent_key, last_meaningful_intent_key)
                values (?, ?, ?, ?, ?, 1, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
        for (int i = 0; i < talks.size(); i++) {
            Talk talk = talks.get(i);
            Object botName = talk.botName() == null ? null : key(botNames, talk.botName());
            set(batch, 0, i, Types.BIGINT);
            set(batch, 1, key(bots, talk.botId()), Types.BIGINT);
            set(batch, 2, botName, Types.BIGINT);
            set(batch, 3, talk.id(), Types.VARCHAR);
            set(batch, 4, talk.current() ? true : null, Types.BOOLEAN);
            set(batch, 5, talk.exportDate(), Types.DATE);
            set(batch, 6, utc(talk.startedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
            set(batch, 7, utc(talk.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
            set(batch, 8, talk.language(), Types.VARCHAR);
            set(batch, 9, talk.channel(), Types.VARCHAR);
            set(batch, 10, talk.testMode(), Types.BOOLEAN);
            set(batch, 11, talk.status(), Types.VARCHAR);
            set(batch, 12, talk.resolution(), Types.VARCHAR);
            set(batch, 13, talk.botMessages(), Types.INTEGER);
            set(batch, 14, talk.visitorMessages(), Types.INTEGER);
            set(batch, 15, talk.notUnderstood(), Types.INTEGER);
            set(batch, 16, talk.knowledgeNotUnderstood(), Types.INTEGER);
            setAnswers(batch, talk.answers());
            set(batch, 23, talk.automatedResolution(), Types.VARCHAR);
            set(batch, 24, talk.tier(), Types.VARCHAR);
            List<Talk.Intent> list = talk.intents();
            set(batch, 25, list.isEmpty() ? null : key(intents, list.get(0).name()), Types.BIGINT);
            set(
                    batch,
                    26,
                    list.isEmpty()
                            ? null
                            : key(intents, list.get(list.size() - 1).name()),
                    Types.BIGINT);
            set(batch, 27, firstMeaningful(list), Types.BIGINT);
            set(batch, 28, lastMeaningful(list), Types.BIGINT);
            batch.add();
        }
        execute(batch);
    }

    private Integer firstMeaningful(List<Talk.Intent> list) {
        return meaningful(list)
                .sorted(Comparator.comparing(Talk.Intent::at, Comparator.nullsLast(Comparator.naturalOrder())))
                .findFirst()
                .map(intent -> key(intents, intent.name()))
                .orElse(null);
    }

    private Integer lastMeaningful(List<Talk.Intent> list) {
        return meaningful(list)
                .sorted(Comparator.comparing(Talk.Intent::at, Comparator.nullsFirst(Comparator.naturalOrder())))
                .reduce((earlier, later) -> later)
                .map(intent -> key(intents, intent.name()))
                .orElse(null);
    }

    private static Stream<Talk.Intent> meaningful(List<Talk.Intent> list) {
        return list.stream()
                .filter(intent -> Boolean.FALSE.equals(intent.notMeaningful()))
                .filter(intent -> intent.name() != null
                        && !List.of("Greeting", "Talk to a human/agent").contains(intent.name()));
    }

    private static void setAnswers(PreparedBatch batch, Talk.Answers answers) {
        set(batch, 17, answers.byLanguageModel(), Types.BOOLEAN);
        set(batch, 18, answers.attempted(), Types.BOOLEAN);
        set(batch, 19, answers.generated(), Types.INTEGER);
        set(batch, 20, answers.errors(), Types.INTEGER);
        set(batch, 21, answers.escalations(), Types.INTEGER);
        set(batch, 22, answers.fallbacks(), Types.INTEGER);
    }

    /**
     * Replaces a file by one that grew, as the loader would: its conversations are those of another load then and lie behind
     * all others. Their labels and session parameters are not moved along.
     *
     * @param keysMore how much the keys of the conversations grow
     */
    static void grow(Database database, String botId, String exportDate, long keysMore) {
        database.jdbi().useTransaction(handle -> {
            long old = handle.createQuery("""
                    select l.load_key
                    from botledger.etl_loads l
                    join botledger.bots b on b.bot_key = l.bot_key
                    where b.bot_id = :bot and l.export_date = cast(:day as date) and l.status = 'completed'
                    """)
                    .bind("bot", botId)
                    .bind("day", exportDate)
                    .mapTo(Long.class)
                    .one();
            long grown = handle.createQuery("select max(load_key) + 1 from botledger.etl_loads")
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "update botledger.etl_loads set status = 'superseded', sha256 = 'old' where load_key = ?", old);
            handle.execute("""
                    insert into botledger.etl_loads (load_key, bot_key, export_date, shard, file_name, sha256, content_size,
                      landed_at, status, run_key, started_at)
                    select cast(? as bigint), bot_key, export_date, shard, file_name, 'grown', 1, current_timestamp,
                      'completed', 1, current_timestamp
                    from botledger.etl_loads
                    where load_key = ?
                    """, grown, old);
            handle.execute("""
                    update botledger.intent_replies set conversation_key = conversation_key + ?
                    where conversation_key in (select conversation_key from botledger.conversations where load_key = ?)
                    """, keysMore, old);
            handle.execute("""
                    update botledger.conversations set conversation_key = conversation_key + ?, load_key = ?
                    where load_key = ?
                    """, keysMore, grown, old);
            insertSpans(handle);
        });
    }

    /** As the loader would. */
    private static void insertSpans(Handle handle) {
        handle.execute("delete from botledger.load_spans");
        handle.execute("""
                insert into botledger.load_spans
                select load_key, min(conversation_key), max(conversation_key), min(started_at), max(started_at),
                  min(ended_at), max(ended_at), min(case when ended_at is null then export_date end),
                  max(case when ended_at is null then export_date end)
                from botledger.conversations
                group by load_key
                """);
    }

    private void insertIntentReplies(List<Talk> talks) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into botledger.intent_replies (conversation_key, position, intent_key, intent_at, not_meaningful,
                  next_intent_key, is_revisit)
                values (?, ?, ?, ?, ?, ?, ?)
                """);
        for (int i = 0; i < talks.size(); i++) {
            List<Talk.Intent> list = talks.get(i).intents();
            for (int position = 0; position < list.size(); position++) {
                Talk.Intent intent = list.get(position);
                set(batch, 0, i, Types.BIGINT);
                set(batch, 1, position, Types.INTEGER);
                set(batch, 2, key(intents, intent.name()), Types.BIGINT);
                set(batch, 3, utc(intent.at()), Types.TIMESTAMP_WITH_TIMEZONE);
                set(batch, 4, intent.notMeaningful(), Types.BOOLEAN);
                set(batch, 5, nextIntent(list, position), Types.BIGINT);
                set(batch, 6, isRevisit(list, position), Types.BOOLEAN);
                batch.add();
            }
        }
        execute(batch);
    }

    private Integer nextIntent(List<Talk.Intent> list, int position) {
        return list.stream()
                .skip(position + 1L)
                .map(Talk.Intent::name)
                .filter(Objects::nonNull)
                .findFirst()
                .map(name -> key(intents, name))
                .orElse(null);
    }

    private static boolean isRevisit(List<Talk.Intent> list, int position) {
        String name = list.get(position).name();
        return name != null && list.stream().limit(position).anyMatch(intent -> name.equals(intent.name()));
    }

    private void insertLabels(List<Talk> talks) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into botledger.conversation_labels (conversation_key, position, label_key, is_repeat)
                values (?, ?, ?, ?)
                """);
        for (int i = 0; i < talks.size(); i++) {
            List<String> list = talks.get(i).labels();
            for (int position = 0; position < list.size(); position++) {
                set(batch, 0, i, Types.BIGINT);
                set(batch, 1, position, Types.INTEGER);
                set(batch, 2, key(labels, list.get(position)), Types.BIGINT);
                set(batch, 3, list.subList(0, position).contains(list.get(position)), Types.BOOLEAN);
                batch.add();
            }
        }
        execute(batch);
    }

    private void insertParams(List<Talk> talks) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into botledger.session_params (conversation_key, session_param_name_key, param_value)
                values (?, ?, ?)
                """);
        for (int i = 0; i < talks.size(); i++) {
            for (Map.Entry<String, String> param : talks.get(i).params().entrySet()) {
                set(batch, 0, i, Types.BIGINT);
                set(batch, 1, key(paramNames, param.getKey()), Types.BIGINT);
                set(batch, 2, param.getValue(), Types.VARCHAR);
                batch.add();
            }
        }
        execute(batch);
    }

    private void insertNames(String table, Map<String, Integer> names) {
        PreparedBatch batch = handle.prepareBatch("insert into botledger." + table + " values (?, ?)");
        names.forEach((name, key) -> {
            set(batch, 0, key, Types.BIGINT);
            set(batch, 1, name, Types.VARCHAR);
            batch.add();
        });
        execute(batch);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static int key(Map<String, Integer> names, String name) {
        Integer known = names.get(name);
        if (known == null) {
            known = names.size() + 1;
            names.put(name, known);
        }
        return known;
    }

    private static void set(PreparedBatch batch, int index, Object value, int sqlType) {
        batch.bind(index, (position, statement, context) -> {
            if (value == null) {
                statement.setNull(position, sqlType);
            } else if (value instanceof LocalDate || value instanceof OffsetDateTime) {
                statement.setObject(position, value);
            } else {
                statement.setObject(position, value, sqlType);
            }
        });
    }

    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
