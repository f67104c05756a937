package io.botledger.load;

import io.botledger.model.ExportFileName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides which row of a conversation counts where several files hold it: that of the later export date, then of the
 * higher shard (then of the greater bot id of the file's name, should files of two names hold one bot's conversations).
 * Rows that lose stay in the tables, not current, and count again when the winner goes.
 */
final class Precedence {
    /** Joins an unnested array: for {@code = any (array)} H2 uses no column of an index but the first. */
    private static final String EXISTING = """
            select c.conversation_id, c.conversation_key, c.load_key, c.is_current, l.export_date, l.shard, b.bot_id
            from unnest(?) as batch (conversation_id)
            join botledger.conversations c on c.bot_key = ? and c.conversation_id = batch.conversation_id
            join botledger.etl_loads l on l.load_key = c.load_key
            join botledger.bots b on b.bot_key = l.bot_key
            where c.is_current or c.load_key = ?
            """;

    private static final String OUTRANKED_BEHIND = """
            select conversation_key, load_key
            from (
              select
                c.conversation_key,
                c.load_key,
                row_number() over (
                  partition by c.bot_key, c.conversation_id order by l.export_date desc, l.shard desc, b.bot_id desc
                ) as place
              from botledger.conversations winner
              join botledger.conversations c
                on c.bot_key = winner.bot_key and c.conversation_id = winner.conversation_id
                and c.is_current is null and c.load_key <> winner.load_key
              join botledger.etl_loads l on l.load_key = c.load_key
              join botledger.bots b on b.bot_key = l.bot_key
              where winner.load_key = ? and winner.is_current
            ) candidates
            where place = 1
            """;

    private static final String ANY_OUTRANKED =
            "select 1 from botledger.etl_loads where outranked_count > 0 and status = 'completed' and load_key <> ?";

    private static final Comparator<ExportFileName> BY_RANK = Comparator.comparing(ExportFileName::exportDate)
            .thenComparing(ExportFileName::shard)
            .thenComparing(ExportFileName::botId);

    private final Connection connection;
    private final RowWriter writer;
    private final ConversationTables tables;
    private final FreshBots freshBots;
    private final ExportFileName file;
    private final long loadKey;
    private final boolean live;
    /** By load; sorted, so that files that are loaded beside each other can't wait for each other in a circle. */
    private final SortedMap<Long, Long> changes = new TreeMap<>();

    /**
     * @param writer where the rows of earlier batches may wait to be sent
     * @param live false for a version of a file that a later version outranks as a whole
     */
    Precedence(
            Connection connection,
            RowWriter writer,
            FreshBots freshBots,
            ExportFileName file,
            long loadKey,
            boolean live) {
        this.connection = connection;
        this.writer = writer;
        this.tables = new ConversationTables(connection);
        this.freshBots = freshBots;
        this.file = file;
        this.loadKey = loadKey;
        this.live = live;
    }

    /**
     * What a batch of conversations of one bot meets in the tables.
     *
     * @param outranked ids that a row of a higher file holds
     * @param repeatedCurrent how many rows of this load were taken away that counted
     * @param repeatedOutranked how many rows of this load were taken away that did not
     */
    record Meeting(Set<String> outranked, int repeatedCurrent, int repeatedOutranked) {
        static final Meeting NOTHING = new Meeting(Set.of(), 0, 0);
    }

    /**
     * Makes room for a batch: takes earlier rows of this load with the same ids away, and makes rows of lower files no
     * longer count.
     */
    Meeting meet(long botKey, Collection<String> conversationIds) throws SQLException {
        FreshBots.Suspects suspects = freshBots.suspects(botKey, conversationIds);
        if (suspects.conversationIds().isEmpty()) {
            return Meeting.NOTHING;
        }
        if (suspects.written()) {
            writer.flush();
        } else {
            writer.await();
        }
        return meetExisting(botKey, suspects.conversationIds());
    }

    private Meeting meetExisting(long botKey, Collection<String> conversationIds) throws SQLException {
        Set<String> outranked = new HashSet<>();
        List<Long> displaced = new ArrayList<>();
        List<Long> repeated = new ArrayList<>();
        int repeatedCurrent = 0;
        try (PreparedStatement query = connection.prepareStatement(EXISTING)) {
            Array ids = connection.createArrayOf("varchar", conversationIds.toArray());
            query.setArray(1, ids);
            query.setLong(2, botKey);
            query.setLong(3, loadKey);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (row.getLong("load_key") == loadKey) {
                        repeated.add(row.getLong("conversation_key"));
                        repeatedCurrent += row.getBoolean("is_current") ? 1 : 0;
                    } else if (live && BY_RANK.compare(file, fileOf(row)) > 0) {
                        displaced.add(row.getLong("conversation_key"));
                        changes.merge(row.getLong("load_key"), -1L, Long::sum);
                    } else {
                        outranked.add(row.getString("conversation_id"));
                    }
                }
            }
            ids.free();
        }
        tables.delete(repeated);
        tables.setCurrent(displaced, false);
        return new Meeting(outranked, repeatedCurrent, repeated.size() - repeatedCurrent);
    }

    private static ExportFileName fileOf(ResultSet row) throws SQLException {
        return new ExportFileName(
                row.getString("bot_id"), row.getObject("export_date", LocalDate.class), row.getLong("shard"));
    }

    /** Takes a load's rows away; the best rows of other files that they outranked count again. */
    void takeAway(long goingLoadKey) throws SQLException {
        List<Long> comingBack = anyOutranked(goingLoadKey) ? outrankedBehind(goingLoadKey) : List.of();
        tables.deleteLoad(goingLoadKey);
        tables.setCurrent(comingBack, true);
    }

    private List<Long> outrankedBehind(long goingLoadKey) throws SQLException {
        List<Long> comingBack = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(OUTRANKED_BEHIND)) {
            query.setLong(1, goingLoadKey);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    comingBack.add(row.getLong("conversation_key"));
                    changes.merge(row.getLong("load_key"), 1L, Long::sum);
                }
            }
        }
        return comingBack;
    }

    private boolean anyOutranked(long goingLoadKey) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ANY_OUTRANKED)) {
            query.setLong(1, goingLoadKey);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Books in the ledger rows of other loads how many of their records count now. */
    void bookChanges() throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update botledger.etl_loads
                set loaded_count = loaded_count + ?, outranked_count = outranked_count - ?
                where load_key = ?
                """)) {
            for (Map.Entry<Long, Long> change : changes.entrySet()) {
                update.setLong(1, change.getValue());
                update.setLong(2, change.getValue());
                update.setLong(3, change.getKey());
                update.executeUpdate();
            }
        }
    }
}
