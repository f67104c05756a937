package io.botledger.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rows that reports should have, counted in Java over the fixture. Values as text, null for null. */
final class Expected {
    static final Comparator<String> CODE_POINTS =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    private static final Set<String> ESCALATIONS = Set.of("email", "agent", "customEscalation");

    private Expected() {}

    static boolean isBotHandled(Talk talk) {
        return "botHandled".equals(talk.status());
    }

    static boolean isEscalated(Talk talk) {
        return talk.status() != null && ESCALATIONS.contains(talk.status());
    }

    static boolean isAutomated(Talk talk) {
        return "informed".equals(talk.resolution()) || "resolved".equals(talk.resolution());
    }

    /** Conversations by the text of their group, by code points, null last. */
    static SortedMap<String, List<Talk>> groups(Stream<Talk> talks, Function<Talk, String> group) {
        SortedMap<String, List<Talk>> groups = new TreeMap<>(Comparator.nullsLast(CODE_POINTS));
        talks.forEach(talk -> groups.computeIfAbsent(group.apply(talk), key -> new ArrayList<>())
                .add(talk));
        return groups;
    }

    /** A row with a first cell before the others. */
    static List<String> row(String first, List<String> others) {
        List<String> row = new ArrayList<>();
        row.add(first);
        row.addAll(others);
        return row;
    }

    static List<List<String>> ultimateMetrics(List<Talk> talks, Function<Talk, String> group) {
        if (group == null) {
            return List.of(metrics(talks));
        }
        List<List<String>> rows = new ArrayList<>();
        groups(talks.stream(), group).forEach((name, members) -> rows.add(row(name, metrics(members))));
        return rows;
    }

    private static List<String> metrics(List<Talk> talks) {
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(talks.size()));
        addCount(row, talks, Expected::isBotHandled);
        addCount(row, talks, talk -> talk.status() != null && !ESCALATIONS.contains(talk.status()));
        addCount(row, talks, Expected::isEscalated);
        addCount(row, talks, talk -> "failedEscalation".equals(talk.status()));
        addCount(row, talks, talk -> "informed".equals(talk.resolution()));
        addCount(row, talks, Expected::isAutomated);
        Long visitor = sum(talks, Talk::visitorMessages);
        Long notUnderstood = sum(talks, Talk::notUnderstood);
        row.add(visitor == null ? null : visitor.toString());
        row.add(notUnderstood == null ? null : notUnderstood.toString());
        row.add(visitor == null || notUnderstood == null ? null : rate(visitor - notUnderstood, visitor));
        return row;
    }

    static void addCount(List<String> row, List<Talk> talks, Predicate<Talk> counts) {
        long count = talks.stream().filter(counts).count();
        row.add(Long.toString(count));
        row.add(rate(count, talks.size()));
    }

    private static Long sum(List<Talk> talks, Function<Talk, Integer> count) {
        Long sum = null;
        for (Talk talk : talks) {
            Integer value = count.apply(talk);
            if (value != null) {
                sum = (sum == null ? 0 : sum) + value;
            }
        }
        return sum;
    }

    static String rate(long numerator, long denominator) {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator)
                        .divide(BigDecimal.valueOf(denominator), 6, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    static Function<Talk, String> group(String by, Function<Talk, LocalDate> day) {
        return switch (by) {
            case "day" -> talk -> text(day.apply(talk));
            case "week" ->
                talk -> {
                    LocalDate date = day.apply(talk);
                    return date == null ? null : text(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
                };
            case "month" ->
                talk -> {
                    LocalDate date = day.apply(talk);
                    return date == null ? null : text(date).substring(0, 7);
                };
            case "bot" -> Talk::botId;
            case "channel" -> Talk::channel;
            default -> Talk::language;
        };
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    static List<List<String>> conversationIntents(List<Talk> talks) {
        return talks.stream()
                .sorted(Comparator.comparing((Talk talk) -> talk.id(), CODE_POINTS)
                        .thenComparing(Talk::botId, CODE_POINTS))
                .map(talk -> {
                    List<Talk.Intent> list = talk.intents();
                    boolean none = list.isEmpty();
                    return Arrays.asList(
                            talk.botId(),
                            talk.id(),
                            none ? null : list.get(0).name(),
                            none ? null : list.get(list.size() - 1).name());
                })
                .toList();
    }

    static List<List<String>> byIntent(List<Talk> talks, List<String> ignored, boolean first) {
        Map<String, long[]> counts = new TreeMap<>(CODE_POINTS);
        for (Talk talk : talks) {
            String intent = meaningful(talk, ignored, first);
            if (intent != null) {
                long[] count = counts.computeIfAbsent(intent, name -> new long[2]);
                count[0]++;
                count[1] += "botHandled".equals(talk.status()) ? 1 : 0;
            }
        }
        List<List<String>> rows = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, long[]> entry) -> -entry.getValue()[0]))
                .forEach(entry -> {
                    long[] count = entry.getValue();
                    rows.add(List.of(entry.getKey(), "" + count[0], "" + count[1], rate(count[1], count[0])));
                });
        return rows;
    }

    static String meaningful(Talk talk, List<String> ignored, boolean first) {
        Talk.Intent best = null;
        for (Talk.Intent intent : talk.intents()) {
            boolean counts = Boolean.FALSE.equals(intent.notMeaningful())
                    && intent.name() != null
                    && !ignored.contains(intent.name());
            if (counts && (best == null || replaces(intent, best, first))) {
                best = intent;
            }
        }
        return best == null ? null : best.name();
    }

    /** Whether an intent that stands further behind takes the place of the best one so far. */
    private static boolean replaces(Talk.Intent later, Talk.Intent best, boolean first) {
        if (later.at() == null || best.at() == null) {
            return later.at() != null || (best.at() == null && !first);
        }
        return first ? later.at().isBefore(best.at()) : !later.at().isBefore(best.at());
    }
}
