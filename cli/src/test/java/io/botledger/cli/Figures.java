package io.botledger.cli;

import io.botledger.model.Conversation;
import io.botledger.model.IntentReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The four reports, computed from conversations in memory by the words of the vendor's article.
 *
 * @param columns names of the columns
 * @param rows values as texts; null for null
 */
record Figures(List<String> columns, List<List<String>> rows) {
    private static final Set<String> HANDED_OVER = Set.of("email", "agent", "customEscalation");
    private static final Comparator<String> CODE_POINTS =
            Comparator.comparing(text -> text.codePoints().toArray(), Arrays::compare);

    /** {@code ultimate_metrics}. */
    static Figures metrics(Collection<Conversation> conversations) {
        List<String> columns = metricColumns();
        return new Figures(columns, List.of(metricRow(conversations)));
    }

    /** {@code ultimate_metrics --by …}. */
    static Figures metrics(Collection<Conversation> conversations, String by, Filter filter) {
        Map<String, List<Conversation>> groups = new TreeMap<>(Comparator.nullsLast(CODE_POINTS));
        for (Conversation conversation : conversations) {
            groups.computeIfAbsent(group(conversation, by, filter.day()), unused -> new ArrayList<>())
                    .add(conversation);
        }
        List<String> columns = new ArrayList<>(metricColumns());
        columns.add(0, by);
        List<List<String>> rows = new ArrayList<>();
        groups.forEach((group, members) -> {
            List<String> row = new ArrayList<>(metricRow(members));
            row.add(0, group);
            rows.add(row);
        });
        return new Figures(columns, rows);
    }

    private static String group(Conversation conversation, String by, Function<Conversation, LocalDate> dayOf) {
        LocalDate day = dayOf.apply(conversation);
        return switch (by) {
            case "day" -> Objects.toString(day, null);
            case "week" ->
                day == null
                        ? null
                        : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .toString();
            case "month" -> day == null ? null : YearMonth.from(day).toString();
            case "bot" -> conversation.botId();
            case "channel" -> conversation.channel();
            case "language" -> conversation.language();
            default -> throw new IllegalArgumentException(by);
        };
    }

    private static List<String> metricColumns() {
        return List.of(
                "total_conversations",
                "bot_handled_conversations",
                "bot_handled_rate",
                "deflected_conversations",
                "deflection_rate",
                "escalated_conversations",
                "escalation_rate",
                "failed_escalation_conversations",
                "failed_escalation_rate",
                "informed_conversations",
                "informed_rate",
                "automated_conversations",
                "automation_rate",
                "visitor_messages",
                "not_understood_messages",
                "messages_understood_rate");
    }

    private static List<String> metricRow(Collection<Conversation> conversations) {
        List<String> row = new ArrayList<>();
        long total = conversations.size();
        row.add(Long.toString(total));
        addShare(row, conversations, c -> "botHandled".equals(c.status()));
        addShare(row, conversations, c -> c.status() != null && !HANDED_OVER.contains(c.status()));
        addShare(row, conversations, c -> c.status() != null && HANDED_OVER.contains(c.status()));
        addShare(row, conversations, c -> "failedEscalation".equals(c.status()));
        addShare(row, conversations, c -> "informed".equals(c.lastResolution()));
        addShare(
                row,
                conversations,
                c -> List.of("informed", "resolved").contains(Objects.toString(c.lastResolution())));
        Long visitor = sum(conversations, c -> c.messageCounts().visitor());
        Long notUnderstood = sum(conversations, c -> c.messageCounts().notUnderstood());
        row.add(Objects.toString(visitor, null));
        row.add(Objects.toString(notUnderstood, null));
        row.add(visitor == null || notUnderstood == null ? null : rate(visitor - notUnderstood, visitor));
        return row;
    }

    private static void addShare(
            List<String> row, Collection<Conversation> conversations, Predicate<Conversation> counts) {
        long count = conversations.stream().filter(counts).count();
        row.add(Long.toString(count));
        row.add(rate(count, conversations.size()));
    }

    private static Long sum(Collection<Conversation> conversations, Function<Conversation, Integer> count) {
        List<Integer> known =
                conversations.stream().map(count).filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : known.stream().mapToLong(Integer::longValue).sum();
    }

    private static String rate(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    /** {@code conversation_intents}. */
    static Figures intents(Collection<Conversation> conversations) {
        List<List<String>> rows = conversations.stream()
                .sorted(Comparator.comparing(Conversation::conversationId, CODE_POINTS)
                        .thenComparing(Conversation::botId, CODE_POINTS))
                .map(conversation -> {
                    List<IntentReply> intents = conversation.intentReplies();
                    int last = intents.size() - 1;
                    return Arrays.asList(
                            conversation.botId(),
                            conversation.conversationId(),
                            last < 0 ? null : intents.get(0).intentName(),
                            last < 0 ? null : intents.get(last).intentName());
                })
                .toList();
        return new Figures(List.of("bot_id", "conversation_id", "first_intent", "last_intent"), rows);
    }

    /** {@code first_meaningful_intent} and {@code last_meaningful_intent}. */
    static Figures meaningful(Collection<Conversation> conversations, boolean first, Set<String> ignored) {
        Map<String, List<Conversation>> byIntent = new HashMap<>();
        for (Conversation conversation : conversations) {
            String name = meaningful(conversation, first, ignored);
            if (name != null) {
                byIntent.computeIfAbsent(name, unused -> new ArrayList<>()).add(conversation);
            }
        }
        List<List<String>> rows = byIntent.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<Conversation>>>comparingInt(
                                entry -> -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey, CODE_POINTS))
                .map(entry -> {
                    List<String> row = new ArrayList<>(List.of(
                            entry.getKey(), Integer.toString(entry.getValue().size())));
                    addShare(row, entry.getValue(), c -> "botHandled".equals(c.status()));
                    return row;
                })
                .collect(Collectors.toList());
        return new Figures(
                List.of(
                        first ? "first_meaningful_intent" : "last_meaningful_intent",
                        "total_conversations",
                        "bot_handled_conversations",
                        "bot_handled_rate"),
                rows);
    }

    private static String meaningful(Conversation conversation, boolean first, Set<String> ignored) {
        List<IntentReply> candidates = new ArrayList<>(conversation.intentReplies());
        candidates.removeIf(intent -> !Boolean.FALSE.equals(intent.notMeaningful())
                || intent.intentName() == null
                || ignored.contains(intent.intentName()));
        Comparator<Instant> time = Comparator.naturalOrder();
        if (!first) {
            Collections.reverse(candidates);
            time = time.reversed();
        }
        candidates.sort(Comparator.comparing(IntentReply::intentAt, Comparator.nullsLast(time)));
        return candidates.isEmpty() ? null : candidates.get(0).intentName();
    }

    /** As RFC 4180 has it: CR LF, an empty field for null. */
    String csv() {
        StringBuilder csv = new StringBuilder(String.join(",", columns)).append("\r\n");
        for (List<String> row : rows) {
            csv.append(row.stream().map(Figures::field).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String field(String value) {
        if (value == null) {
            return "";
        }
        return value.isEmpty() || value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
