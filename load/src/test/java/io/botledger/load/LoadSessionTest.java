package io.botledger.load;

import static io.botledger.load.FileOutcome.Kind.FAILED;
import static io.botledger.load.FileOutcome.Kind.LOADED;
import static io.botledger.load.FileOutcome.Kind.REPLACED;
import static io.botledger.load.FileOutcome.Kind.SUPERSEDED;
import static io.botledger.load.FileOutcome.Kind.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.Dump;
import io.botledger.db.LockHolder;
import io.botledger.db.ProcessLock;
import io.botledger.db.TestDatabases;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.ExportFileName;
import io.botledger.model.ExportRecord;
import io.botledger.model.ExportRecords;
import io.botledger.model.FileContent;
import io.botledger.model.LandedFile;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoadSessionTest {
    private static LoadSession session(Database database, LoadOptions options) {
        return LoadSession.begin(database, options, "load", "test", Clock.systemUTC());
    }

    private static LoadSession session(Database database) {
        return session(database, LoadOptions.defaults());
    }

    private static List<FileOutcome> load(Database database, TestExport... exports) {
        List<FileOutcome> outcomes = new ArrayList<>();
        try (LoadSession session = session(database)) {
            for (TestExport export : exports) {
                outcomes.add(export.loadInto(session));
            }
        }
        return outcomes;
    }

    /** The markers of the conversations that count. */
    private static SortedSet<String> markers(Database database) {
        List<String> markers = database.jdbi()
                .withHandle(handle -> handle.createQuery("select platform_conversation_id from reporting.conversations")
                        .mapTo(String.class)
                        .list());
        return new TreeSet<>(markers);
    }

    private static void assertSound(Database database) {
        assertThat(new Verification(database).run()).allMatch(Verification.Check::holds);
    }

    @Test
    void verificationFindsARowThatIsTwiceInAListOfH2() {
        try (Database database = TestDatabases.migrated(Dialect.H2)) {
            load(database, TestExport.of(0, 0, 0, "c1"));
            database.jdbi().useHandle(handle -> handle.execute("""
                            insert into botledger.session_params (conversation_key, session_param_name_key, param_value)
                            select conversation_key, session_param_name_key, 'another' from botledger.session_params
                            """));
            assertThat(new Verification(database).run())
                    .filteredOn(check -> !check.holds())
                    .containsExactly(new Verification.Check(
                            "within a conversation session_params.session_param_name_key is there once", 2));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void writesEveryFieldAndList(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            assertThat(load(database, TestExport.of(0, 0, 0, "c1")))
                    .containsExactly(new FileOutcome(LOADED, new LoadCounts(1, 1, 0, 0, 0, 0), null));
            assertThat(Dump.rows(database, "select * from reporting.conversation_labels"))
                    .containsExactly(
                            "|conversation_id=c1|bot_id=b|label=common|position=1",
                            "|conversation_id=c1|bot_id=b|label=common|position=2",
                            "|conversation_id=c1|bot_id=b|label=label 0/0/0#1|position=0");
            assertThat(Dump.rows(database, "select * from reporting.session_params"))
                    .containsExactly(
                            "|conversation_id=c1|bot_id=b|name=empty|param_value=",
                            "|conversation_id=c1|bot_id=b|name=marker|param_value=0/0/0#1");
            assertThat(Dump.rows(
                            database,
                            "select position, intent_id, intent_name, extract(epoch from intent_at) as at_epoch, "
                                    + "not_meaningful, extra from reporting.intent_replies"))
                    .containsExactly(
                            "|position=0|intent_id=i1|intent_name=Greeting|at_epoch=1715076672.123456|not_meaningful=true"
                                    + "|extra=null",
                            "|position=1|intent_id=null|intent_name=Order, \"status\"|at_epoch=null|not_meaningful=null"
                                    + "|extra={\"x\":1}");
            assertThat(Dump.rows(
                            database,
                            "select reply_id, reply_name, reply_type, reply_language, intent_id, extra "
                                    + "from reporting.triggered_replies"))
                    .containsExactly(
                            "|reply_id=r1|reply_name=Hello 🙂|reply_type=text|reply_language=en|intent_id=i1|extra=null");
            assertThat(Dump.rows(database, """
                            select s.segment, p.procedure_name, u.use_case, k.article_name
                            from reporting.conversation_segments s, reporting.conversation_procedures p,
                              reporting.conversation_use_cases u, reporting.conversation_knowledge_sources k
                            """))
                    .containsExactly("|segment=vip|procedure_name=refund|use_case=orders|article_name=How to return");
            assertThat(Dump.rows(database, """
                            select conversation_id, bot_name, start_date, duration_seconds, language, channel,
                              conversation_type, test_mode, is_llm_conversation, conversation_status, last_resolution,
                              bot_messages_count b, visitor_messages_count v, not_understood_messages_count n,
                              knowledge_not_understood_count k1, knowledge_response_generated_count k2,
                              knowledge_error_occurred_count k3, knowledge_escalation_required_count k4,
                              knowledge_fallback_count k5, has_knowledge_response_attempt h, automated_resolution a1,
                              automated_resolution_reasoning a2, resolution_tier a3, rbp_status_name r, extra
                            from reporting.conversations
                            """))
                    .containsExactly(
                            "|conversation_id=c1|bot_name=Bot “Ü”|start_date=2024-05-07|duration_seconds=90.000000|language=en"
                                    + "|channel=chat|conversation_type=text|test_mode=false|is_llm_conversation=true"
                                    + "|conversation_status=botHandled|last_resolution=informed|b=3|v=2|n=0|k1=1|k2=null|k3=0"
                                    + "|k4=0|k5=2|h=true|a1=true|a2=because \"so\"\n|a3=contained|r=null"
                                    + "|extra={\"marker\":\"0/0/0#1\"}");
            assertSound(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void loadingAgainReadsNothingAndChangesNothing(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            TestExport export = TestExport.of(0, 0, 0, "c1", "c2");
            load(database, export);
            List<String> before = Dump.of(database);
            try (LoadSession session = session(database)) {
                assertThat(session.load(export.landed(), LoadSessionTest::unreadContent, LoadSessionTest::unreadRecords)
                                .kind())
                        .isEqualTo(UNCHANGED);
                assertThat(session.load(export.landedIn("copy"), export::content, LoadSessionTest::unreadRecords)
                                .kind())
                        .isEqualTo(UNCHANGED);
            }
            assertThat(Dump.of(database)).isEqualTo(before);
        }
    }

    private static FileContent unreadContent() {
        throw new AssertionError("was read");
    }

    private static ExportRecords unreadRecords() {
        throw new AssertionError("was read");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aGrownFileReplacesItsOlderSelf(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            TestExport older = TestExport.of(0, 0, 0, "c1", "c2");
            TestExport newer = TestExport.of(0, 0, 9, "c2", "c3", "c4");
            assertThat(load(database, older, newer))
                    .extracting(FileOutcome::kind)
                    .containsExactly(LOADED, REPLACED);
            assertThat(markers(database)).containsExactly("0/0/9#1", "0/0/9#2", "0/0/9#3");
            List<VersionRow> versions = new ArrayList<>();
            new LedgerReport(database).versions(false, versions::add);
            assertThat(versions)
                    .extracting(
                            VersionRow::revision,
                            VersionRow::status,
                            it -> it.counts().loaded())
                    .containsExactly(tuple(1L, "superseded", 0L), tuple(2L, "completed", 3L));
            assertSound(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anOlderVersionThatComesLateIsBookedAndChangesNothing(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            TestExport older = TestExport.of(0, 0, 0, "c1", "c2", "c1");
            TestExport newer = TestExport.of(0, 0, 9, "c2", "c3", "c4");
            assertThat(load(database, newer, older))
                    .extracting(FileOutcome::kind, FileOutcome::counts)
                    .containsExactly(
                            tuple(LOADED, new LoadCounts(3, 3, 0, 0, 0, 0)),
                            tuple(SUPERSEDED, new LoadCounts(3, 0, 1, 2, 0, 0)));
            assertThat(markers(database)).containsExactly("0/0/9#1", "0/0/9#2", "0/0/9#3");
            assertSound(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatLostComesBackWhenTheWinnerGoes(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            load(database, TestExport.of(0, 0, 0, "c1"), TestExport.of(0, 1, 0, "c1"), TestExport.of(1, 0, 0, "c1"));
            assertThat(markers(database)).containsExactly("1/0/0#1");
            load(database, TestExport.of(1, 0, 5, "c9"));
            assertThat(markers(database)).containsExactly("0/1/0#1", "1/0/5#1");
            load(database, TestExport.of(0, 1, 5));
            assertThat(markers(database)).containsExactly("0/0/0#1", "1/0/5#1");
            assertSound(database);
        }
    }

    /**
     * The tables are a function of the set of files and their versions. What they should hold is computed here from that
     * set, by the rules of the design and without any of the loader's code.
     */
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theOrderAndNumberOfLoadsDoesNotMatter(Dialect dialect) {
        for (int seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            List<TestExport> exports = randomExports(random);
            List<String> first = null;
            for (int order = 0; order < 3; order++) {
                List<TestExport> shuffled = new ArrayList<>(exports);
                shuffled.addAll(exports.subList(0, random.nextInt(exports.size())));
                Collections.shuffle(shuffled, random);
                try (Database database = TestDatabases.migrated(dialect)) {
                    int half = random.nextInt(shuffled.size());
                    load(database, shuffled.subList(0, half).toArray(TestExport[]::new));
                    load(database, shuffled.subList(half, shuffled.size()).toArray(TestExport[]::new));
                    assertThat(markers(database)).as("seed " + seed).isEqualTo(expectedMarkers(exports));
                    assertSound(database);
                    List<String> dump = Dump.of(database);
                    first = first == null ? dump : first;
                    assertThat(dump).as("seed " + seed).isEqualTo(first);
                }
            }
        }
    }

    private static List<TestExport> randomExports(Random random) {
        Map<String, TestExport> byContent = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            String[] ids = new String[random.nextInt(6)];
            for (int j = 0; j < ids.length; j++) {
                ids[j] = "c" + random.nextInt(6);
            }
            TestExport export = TestExport.of(random.nextInt(3), random.nextInt(2), random.nextInt(9), ids);
            if (random.nextInt(3) == 0) {
                export.records().add(TestExport.rejected(export.records().size() + 1));
            }
            byContent.putIfAbsent(export.content().sha256(), export);
        }
        List<TestExport> exports = new ArrayList<>(byContent.values());
        exports.sort(Comparator.comparing(export -> export.content().sha256()));
        return exports;
    }

    private static SortedSet<String> expectedMarkers(List<TestExport> exports) {
        Map<Object, TestExport> latest = new HashMap<>();
        for (TestExport export : exports) {
            latest.merge(export.name(), export, (a, b) -> later(a, b) ? a : b);
        }
        List<TestExport> files = new ArrayList<>(latest.values());
        files.sort(Comparator.comparing((TestExport export) -> export.name().exportDate())
                .thenComparing(export -> export.name().shard()));
        Map<String, String> markers = new HashMap<>();
        for (TestExport file : files) {
            for (ExportRecord record : file.records()) {
                if (!record.rejected()) {
                    markers.put(
                            record.conversation().conversationId(),
                            record.conversation().platformConversationId());
                }
            }
        }
        return new TreeSet<>(markers.values());
    }

    private static boolean later(TestExport a, TestExport b) {
        if (a.minute() != b.minute()) {
            return a.minute() > b.minute();
        }
        if (a.records().size() != b.records().size()) {
            return a.records().size() > b.records().size();
        }
        return a.content().sha256().compareTo(b.content().sha256()) > 0;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aConversationTwiceInOneFileIsLoadedOnceWithItsLastRecord(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            String[] ids = new String[4_500];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = "c" + i % 4_400;
            }
            assertThat(load(database, TestExport.of(0, 0, 0, ids)).get(0).counts())
                    .isEqualTo(new LoadCounts(4_500, 4_400, 100, 0, 0, 0));
            assertThat(markers(database))
                    .hasSize(4_400)
                    .contains("0/0/0#4401", "0/0/0#4500", "0/0/0#101")
                    .doesNotContain("0/0/0#1", "0/0/0#100");
            assertSound(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void rejectsAreBookedWithTheirPlace(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            TestExport export = TestExport.of(0, 0, 0, "c1");
            export.records().add(TestExport.rejected(2));
            export.records().add(TestExport.withBadValue(3, TestExport.conversation("c3", "m3")));
            assertThat(load(database, export).get(0).counts()).isEqualTo(new LoadCounts(3, 2, 0, 0, 1, 1));
            List<RejectRow> rejects = new ArrayList<>();
            new LedgerReport(database).rejects(false, null, null, rejects::add);
            String file = export.name().format();
            assertThat(rejects)
                    .containsExactly(
                            new RejectRow(
                                    file,
                                    "completed",
                                    "record",
                                    2,
                                    100,
                                    "",
                                    "no_conversation_id",
                                    "no conversation_id",
                                    "ab".repeat(32)),
                            new RejectRow(
                                    file,
                                    "completed",
                                    "value",
                                    3,
                                    200,
                                    "/bot_messages_count",
                                    "not_readable",
                                    "no number",
                                    "cd".repeat(32)));
            assertSound(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aBadValueRejectsTheRecordWhereThatIsAskedFor(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            TestExport export = TestExport.of(0, 0, 0, "c1");
            export.records().add(TestExport.withBadValue(2, TestExport.conversation("c2", "m2")));
            LoadOptions strict = new LoadOptions(LoadOptions.OnBadValue.REJECT, RejectLimit.NONE, false);
            try (LoadSession session = session(database, strict)) {
                assertThat(export.loadInto(session).counts()).isEqualTo(new LoadCounts(2, 1, 0, 0, 1, 0));
            }
            assertSound(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tooManyRejectsFailTheFileAndKeepTheReasons(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            load(database, TestExport.of(0, 0, 0, "old"));
            TestExport bad = TestExport.of(0, 0, 5, "c1", "c2");
            bad.records().add(TestExport.rejected(3));
            LoadOptions options = new LoadOptions(LoadOptions.OnBadValue.KEEP, RejectLimit.parse("33%"), false);
            try (LoadSession session = session(database, options)) {
                FileOutcome outcome = bad.loadInto(session);
                assertThat(outcome.kind()).isEqualTo(FAILED);
                assertThat(outcome.error())
                        .hasMessage("conversation_b_2024-05-07_000000000000.json: 1 of the first 3 records were "
                                + "rejected, allowed are 33%; see botledger rejects for the reasons, mend the file or "
                                + "raise --max-rejects");
            }
            assertThat(markers(database)).containsExactly("0/0/0#1");
            List<RejectRow> rejects = new ArrayList<>();
            new LedgerReport(database).rejects(false, "record", bad.name().format(), rejects::add);
            assertThat(rejects).extracting(RejectRow::loadStatus).containsExactly("failed");
            assertSound(database);

            assertThat(load(database, bad).get(0).kind()).isEqualTo(REPLACED);
            assertThat(markers(database)).containsExactly("0/0/5#1", "0/0/5#2");
            assertSound(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aFileThatBreaksOffLeavesTheTablesAsTheyWere(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            load(database, TestExport.of(0, 0, 0, "c1"), TestExport.of(1, 0, 0, "c1"));
            List<String> before = Dump.rows(database, "select * from reporting.conversations");
            TestExport cut = TestExport.of(1, 0, 5, "c2", "c3");
            BotledgerException truncated = new BotledgerException(ErrorCode.FILE_TRUNCATED, "cut");
            try (LoadSession session = session(database)) {
                assertThat(session.load(cut.landed(), cut::content, () -> new Breaking(cut.reader(), 1, truncated)))
                        .isEqualTo(new FileOutcome(FAILED, LoadCounts.ZERO, truncated));
                assertThat(session.load(
                                TestExport.of(2, 0, 0, "c7").landed(),
                                () -> {
                                    throw truncated;
                                },
                                LoadSessionTest::unreadRecords))
                        .isEqualTo(new FileOutcome(FAILED, LoadCounts.ZERO, truncated));
            }
            assertThat(Dump.rows(database, "select * from reporting.conversations"))
                    .isEqualTo(before);
            assertSound(database);
            assertThat(load(database, cut, TestExport.of(2, 0, 0, "c7")))
                    .extracting(FileOutcome::kind)
                    .containsExactly(REPLACED, LOADED);
            assertThat(markers(database)).containsExactly("0/0/0#1", "1/0/5#1", "1/0/5#2", "2/0/0#1");
            assertThat(Dump.rows(database, "select status, count(*) as n from reporting.loads group by status"))
                    .containsExactly("|status=completed|n=3", "|status=superseded|n=2");
        }
    }

    /** The first of some batches has a text that PostgreSQL refuses, and so many rows that they are sent at once. */
    @Test
    void rowsThatPostgresqlRefusesFailTheirFileAlone() {
        List<ExportRecord> records = new ArrayList<>();
        for (int i = 1; i <= 5_000; i++) {
            String id = i == 1 ? "c\0" : "c" + i;
            records.add(TestExport.record(i, TestExport.conversation(id, "m".repeat(1_000))));
        }
        try (Database database = TestDatabases.migrated(Dialect.POSTGRESQL)) {
            TestExport refused = new TestExport(new ExportFileName("b", TestExport.DAY, 0), 0, records);
            List<FileOutcome> outcomes = load(database, refused, TestExport.of(1, 0, 0, "d1"));
            assertThat(outcomes).extracting(FileOutcome::kind).containsExactly(FAILED, LOADED);
            assertThat(outcomes.get(0).error().code()).isEqualTo(ErrorCode.ROW_REFUSED);
            assertThat(outcomes.get(0).error())
                    .hasMessage("loading " + refused.name().format()
                            + ": the database refused a row (SQLSTATE 22021); report it as a bug");
            assertThat(markers(database)).containsExactly("1/0/0#1");
            assertSound(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aLoadThatDiedIsTakenUpAgain(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            load(database, TestExport.of(0, 0, 0, "c1"));
            TestExport next = TestExport.of(0, 0, 5, "c1", "c2");
            assertThatThrownBy(() -> {
                        try (LoadSession session = session(database)) {
                            session.load(
                                    next.landed(),
                                    next::content,
                                    () -> new Breaking(next.reader(), 1, new StackOverflowError("died")));
                        }
                    })
                    .hasMessage("died");
            assertThat(markers(database)).containsExactly("0/0/0#1");
            assertThat(Dump.rows(database, "select status from reporting.loads"))
                    .containsExactly("|status=completed", "|status=started");
            assertThat(load(database, next).get(0).kind()).isEqualTo(REPLACED);
            assertThat(markers(database)).containsExactly("0/0/5#1", "0/0/5#2");
            assertThat(Dump.rows(database, "select status from reporting.loads"))
                    .containsExactly("|status=completed", "|status=superseded");
            assertSound(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void oneSessionAtATimeIsAtWork(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect);
                LoadSession session = session(database)) {
            assertThatThrownBy(() -> session(database))
                    .isInstanceOfSatisfying(
                            BotledgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BUSY))
                    .hasMessageMatching("another run is at work on this database: load since "
                            + "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ, process "
                            + ProcessHandle.current().pid() + " on .+; wait for it to end, nothing was done");
            session.finish(new RunResult(0, RunCounts.ZERO, null));
        }
    }

    @Test
    void aDeadRunIsNotToldAsTheHolder() {
        try (Database database = TestDatabases.migrated(Dialect.POSTGRESQL)) {
            database.jdbi().useHandle(handle -> handle.execute("""
                            insert into botledger.etl_runs
                              (run_key, command, version, host, process_id, status, started_at)
                            values (0, 'load', '1', 'gone', 4711, 'running', current_timestamp)
                            """));
            LockHolder unbooked = LockHolder.here("run", Instant.EPOCH);
            try (ProcessLock lock = database.tryLock(unbooked).orElseThrow()) {
                assertThat(lock).isNotNull();
                assertThatThrownBy(() -> session(database))
                        .hasMessage("another run is at work on this database; wait for it to end, nothing was done");
            }
            try (LoadSession session = session(database)) {
                assertThat(session).isNotNull();
                assertThatThrownBy(() -> session(database))
                        .hasMessageStartingWith("another run is at work on this database: load since ");
            }
        }
    }

    /** Loads an export whose content breaks off, or can't be read at all. */
    private static FileOutcome loadBroken(Database database, TestExport export, boolean unread) {
        BotledgerException cut = new BotledgerException(ErrorCode.FILE_TRUNCATED, "cut");
        try (LoadSession session = session(database)) {
            if (unread) {
                return session.load(
                        export.landed(),
                        () -> {
                            throw cut;
                        },
                        LoadSessionTest::unreadRecords);
            }
            return session.load(export.landed(), export::content, () -> new Breaking(export.reader(), 1, cut));
        }
    }

    private static List<String> loads(Database database) {
        return Dump.rows(database, "select landed_at, status, read_count, loaded_count, error from reporting.loads");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anOlderVersionThatIsBrokenIsNeededNoMoreOnceALaterOneIsLoaded(Dialect dialect) {
        for (boolean unread : new boolean[] {false, true}) {
            TestExport older = TestExport.of(0, 0, 0, "c1", "c2");
            TestExport newer = TestExport.of(0, 0, 5, "c1", "c2", "c3");
            try (Database oneOrder = TestDatabases.migrated(dialect);
                    Database otherOrder = TestDatabases.migrated(dialect)) {
                assertThat(loadBroken(oneOrder, older, unread).kind()).isEqualTo(FAILED);
                load(oneOrder, newer);
                load(otherOrder, newer);
                assertThat(loadBroken(otherOrder, older, unread).kind()).isEqualTo(SUPERSEDED);
                assertThat(loads(otherOrder)).isEqualTo(loads(oneOrder)).hasSize(2);
                assertThat(loadBroken(oneOrder, older, unread).kind()).isEqualTo(UNCHANGED);
                assertThat(markers(oneOrder)).containsExactly("0/0/5#1", "0/0/5#2", "0/0/5#3");
                assertSound(oneOrder);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aFailureIsSettledWhenItsFileIsMendedWhateverTheTimeStamp(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            TestExport good = TestExport.of(0, 0, 0, "c1");
            LandedFile damaged = new LandedFile(
                    good.landed().path(),
                    good.name(),
                    7,
                    good.landed().landedAt().plusSeconds(9));
            BotledgerException cut = new BotledgerException(ErrorCode.FILE_TRUNCATED, "cut");
            try (LoadSession session = session(database)) {
                assertThat(good.loadInto(session).kind()).isEqualTo(LOADED);
            }
            try (LoadSession session = session(database)) {
                assertThat(session.load(
                                        damaged,
                                        () -> {
                                            throw cut;
                                        },
                                        LoadSessionTest::unreadRecords)
                                .kind())
                        .isEqualTo(FAILED);
            }
            try (LoadSession session = session(database)) {
                assertThat(session.load(good.landed(), good::content, LoadSessionTest::unreadRecords)
                                .kind())
                        .isEqualTo(UNCHANGED);
            }
            assertThat(Dump.rows(database, "select status from reporting.loads"))
                    .containsExactly("|status=completed", "|status=superseded");
            assertSound(database);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatIsBookedIsLoadedAgainWhereThatIsAskedFor(Dialect dialect) {
        try (Database database = TestDatabases.migrated(dialect)) {
            TestExport export = TestExport.of(0, 0, 0, "c1");
            export.records().add(TestExport.withBadValue(2, TestExport.conversation("c2", "m2")));
            TestExport later = TestExport.of(1, 0, 0, "c1");
            load(database, export, later);
            LoadOptions again = new LoadOptions(LoadOptions.OnBadValue.REJECT, RejectLimit.NONE, true);
            try (LoadSession session = session(database, again)) {
                assertThat(export.loadInto(session).counts()).isEqualTo(new LoadCounts(2, 0, 0, 1, 1, 0));
                assertThat(later.loadInto(session).counts()).isEqualTo(new LoadCounts(1, 1, 0, 0, 0, 0));
            }
            assertThat(markers(database)).containsExactly("1/0/0#1");
            assertSound(database);

            BotledgerException cut = new BotledgerException(ErrorCode.FILE_TRUNCATED, "cut");
            try (LoadSession session = session(database, again)) {
                assertThat(session.load(later.landed(), later::content, () -> new Breaking(later.reader(), 1, cut))
                                .kind())
                        .isEqualTo(FAILED);
            }
            assertThat(markers(database)).containsExactly("1/0/0#1");
            assertSound(database);
        }
    }

    /** Gives some records and then breaks. */
    private static final class Breaking implements ExportRecords {
        private final ExportRecords records;
        private final Throwable failure;
        private int left;

        Breaking(ExportRecords records, int left, Throwable failure) {
            this.records = records;
            this.left = left;
            this.failure = failure;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public ExportRecord next() {
            if (left-- > 0) {
                return records.next();
            }
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }

        @Override
        public void close() {
            records.close();
        }
    }
}
