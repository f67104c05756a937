package io.botledger.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the dashboard's queries gave, in the order in which the page holds it. */
final class DashboardData {
    /** Texts by their code points, as the reports have them; null last. */
    static final Comparator<String> TEXTS = Comparator.nullsLast((left, right) ->
            Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray()));

    /** How many conversations must contradict what a bot reports before it is doubted. */
    private static final int LEAST_CONTRADICTED = 5;

    final DashboardRange range;
    final SortedSet<LocalDate> loaded;
    final FileDays fileDays;
    final Map<String, BotDays> coverage;
    final ReportParameters parameters;
    final List<String> measures = DashboardReports.measures();
    final Map<GroupKey, DashboardGroup> groups = new TreeMap<>();
    private final Map<String, LocalDate> namedOn = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** A bot and a channel of its. */
    record GroupKey(String bot, String channel) implements Comparable<GroupKey> {
        @Override
        public int compareTo(GroupKey other) {
            int order = bot.compareTo(other.bot);
            return order != 0 ? order : TEXTS.compare(channel, other.channel);
        }
    }

    /**
     * Without a figure so far.
     *
     * @param loaded the days (UTC) of which a file is loaded
     * @param coverage by bot
     */
    DashboardData(
            DashboardRange range,
            SortedSet<LocalDate> loaded,
            FileDays fileDays,
            Map<String, BotDays> coverage,
            ReportParameters parameters) {
        this.range = range;
        this.loaded = Collections.unmodifiableSortedSet(new TreeSet<>(loaded));
        this.fileDays = fileDays;
        this.coverage = Collections.unmodifiableSortedMap(new TreeMap<>(coverage));
        this.parameters = parameters;
    }

    private DashboardGroup group(DashboardRow row) {
        return groups.computeIfAbsent(
                new GroupKey(row.text("bot_id"), row.text("channel")), key -> new DashboardGroup());
    }

    void addDay(DashboardRow row) {
        group(row).addDay(row, range, measures);
        LocalDate day = row.day("day");
        LocalDate before = namedOn.get(row.text("bot_id"));
        if (row.text("bot_name") != null && (before == null || !day.isBefore(before))) {
            boolean sameDay = day.equals(before);
            namedOn.put(row.text("bot_id"), day);
            names.merge(
                    row.text("bot_id"),
                    row.text("bot_name"),
                    (known, other) -> sameDay && known.compareTo(other) > 0 ? known : other);
        }
    }

    void addHour(DashboardRow row) {
        group(row).addHour(row);
    }

    void addIntent(DashboardRow row) {
        group(row).addIntent(row);
    }

    /** The ids of the bots that the days of the range say something of, in the order of their labels. */
    List<String> bots() {
        TreeSet<String> ids =
                new TreeSet<>(Comparator.comparing((String bot) -> label(bot).toLowerCase(Locale.ROOT), TEXTS)
                        .thenComparing(TEXTS));
        ids.addAll(coverage.keySet());
        shownGroups().forEach(key -> ids.add(key.bot()));
        return List.copyOf(ids);
    }

    /** Those with a conversation in the range, not only in the days before. */
    private Stream<GroupKey> shownGroups() {
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().days.isEmpty())
                .map(Map.Entry::getKey);
    }

    /** The bots that no conversation tells a name of. */
    List<String> unnamed() {
        return bots().stream().filter(bot -> !names.containsKey(bot)).toList();
    }

    void name(String bot, String name) {
        names.put(bot, name);
    }

    /** The bots' latest names in the order of {@link #bots()}; with the id where there is none or another has it too. */
    List<String> labels() {
        return bots().stream().map(this::label).toList();
    }

    private String label(String bot) {
        String name = names.get(bot);
        if (name == null || name.isBlank()) {
            return bot;
        }
        boolean alone = names.values().stream().filter(name::equals).count() == 1;
        return alone ? name : name + " (" + bot + ")";
    }

    /** The channels of the conversations in the range; null for those that have none. */
    List<String> channels() {
        TreeSet<String> channels = new TreeSet<>(TEXTS);
        shownGroups().forEach(key -> channels.add(key.channel()));
        return new ArrayList<>(channels);
    }

    List<String> languages() {
        TreeSet<String> languages = new TreeSet<>(TEXTS);
        groups.values().forEach(group -> group.languages.keySet().forEach(cell -> languages.add(cell.key())));
        return new ArrayList<>(languages);
    }

    /** What the figures of the whole range alone do not show. */
    List<String> warnings() {
        return Stream.concat(unloaded().stream(), silent().stream()).toList();
    }

    private Optional<String> unloaded() {
        return UnloadedDays.of(coverage.values(), range.first(), range.last(), fileDays)
                .warning();
    }

    private Optional<String> silent() {
        List<String> silent = bots().stream()
                .filter(this::understoodWithoutException)
                .map(this::label)
                .toList();
        boolean one = silent.size() == 1;
        return silent.isEmpty()
                ? Optional.empty()
                : Optional.of(named(silent) + (one ? " never reports" : " never report")
                        + " messages as not understood, though some of " + (one ? "its" : "their")
                        + " AI answers did not understand the visitor: " + (one ? "its" : "their")
                        + " share of messages understood says nothing");
    }

    /** By name, those beyond three by number alone. */
    private static String named(List<String> bots) {
        return bots.size() <= 3
                ? String.join(", ", bots)
                : String.join(", ", bots.subList(0, 3)) + " and " + (bots.size() - 3) + " more";
    }

    /**
     * Whether no message of a bot is ever reported as not understood, though some of its answers did not understand: by the
     * rule of the fragment {@code silent_bots}, by which {@code ultimate_metrics} warns.
     */
    boolean understoodWithoutException(String bot) {
        long[] sums = new long[2];
        long contradicted = 0;
        List<String> names = List.of("visitor_messages", "not_understood_messages");
        for (Map.Entry<GroupKey, DashboardGroup> group : groups.entrySet()) {
            if (group.getKey().bot().equals(bot)) {
                contradicted += group.getValue().contradicted;
                for (DashboardSums day : group.getValue().days.values()) {
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] += day.count(measures.indexOf(names.get(i)));
                    }
                }
            }
        }
        return contradicted >= LEAST_CONTRADICTED && sums[0] > 0 && sums[1] == 0;
    }
}
