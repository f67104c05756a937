package io.botledger.reports;

import io.botledger.reports.DashboardData.GroupKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeSet;

/** Which intents the page names: those that are among the first of any choice of bot, channel and period. */
final class DashboardIntents {
    /** How many the page shows of a choice. */
    static final int LIMIT = 25;

    private final DashboardData data;
    private final TreeSet<String> named = new TreeSet<>(DashboardData.TEXTS);

    private DashboardIntents(DashboardData data) {
        this.data = data;
    }

    /** The names, in the order in which equally frequent ones are shown. */
    static List<String> of(DashboardData data) {
        DashboardIntents intents = new DashboardIntents(data);
        for (int period = 0; period < data.range.periods().size(); period++) {
            intents.choose(period);
        }
        return List.copyOf(intents.named);
    }

    private void choose(int period) {
        Map<GroupKey, Map<String, Long>> choices = new HashMap<>();
        data.groups.forEach((key, group) -> group.intents.forEach((cell, counts) -> {
            if (cell.band() <= period) {
                for (GroupKey choice : choicesOf(key)) {
                    choices.computeIfAbsent(choice, unused -> new HashMap<>()).merge(cell.key(), counts[0], Long::sum);
                }
            }
        }));
        choices.values().forEach(this::nameFirst);
    }

    /** The group itself, all channels of its bot, its channel of all bots, and all. */
    private static List<GroupKey> choicesOf(GroupKey key) {
        String channel = "=" + key.channel();
        return List.of(
                new GroupKey("=" + key.bot(), channel),
                new GroupKey("=" + key.bot(), "*"),
                new GroupKey("*", channel),
                new GroupKey("*", "*"));
    }

    private void nameFirst(Map<String, Long> counts) {
        List<Entry<String, Long>> order = new ArrayList<>(counts.entrySet());
        order.sort(Comparator.comparing((Entry<String, Long> entry) -> -entry.getValue())
                .thenComparing(Entry::getKey, DashboardData.TEXTS));
        order.stream().limit(LIMIT).forEach(entry -> named.add(entry.getKey()));
    }
}
