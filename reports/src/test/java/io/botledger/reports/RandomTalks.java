package io.botledger.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Conversations of every kind, always the same for a seed. */
final class RandomTalks {
    static final List<String> HOSTILE = List.of(
            "'; drop table botledger.conversations; --",
            "quote \" comma, semicolon;",
            "two\r\nlines\tand a tab",
            "\uD83D\uDE00 emoji",
            "\uFF21 full width",
            "\u05E9\u05DC\u05D5\u05DD \u202Eleft",
            "\u0130I\u0131i",
            "100% :from ${rate} <x> ? \\ {d}",
            " ",
            "=1+1");
    private static final List<String> BOTS = List.of("b1", "b2", "\uD83E\uDD16", "\uFFE6", HOSTILE.get(0));
    private static final List<String> STATUSES = Arrays.asList(
            "botHandled", "botHandled", "agent", "email", "customEscalation", "failedEscalation", "odd", null);
    private static final List<String> RESOLUTIONS =
            Arrays.asList("informed", "resolved", "escalated", "undefined", "odd", null);

    private final Random random;

    private RandomTalks(long seed) {
        random = new Random(seed);
    }

    static List<Talk> of(int count, long seed) {
        RandomTalks talks = new RandomTalks(seed);
        List<Talk> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(talks.next(i));
        }
        return all;
    }

    private Talk next(int number) {
        Instant start = Instant.parse("2024-02-20T00:00:00Z").plusSeconds(random.nextInt(40 * 86_400));
        Instant end = start.plus(Duration.ofSeconds(random.nextInt(20_000)).plusNanos(random.nextInt(1_000) * 1_000L));
        String bot = pick(BOTS);
        return new Talk(
                bot,
                random.nextInt(9) == 0 ? null : nameOf(bot, start),
                "c" + number + pick(HOSTILE),
                random.nextInt(15) == 0 ? null : start,
                random.nextInt(15) == 0 ? null : end,
                LocalDate.ofInstant(end, ZoneOffset.UTC),
                pick(Arrays.asList("en", "de", "zh-\u6C49", HOSTILE.get(1), null)),
                pick(Arrays.asList("chat", "ticket", "\uD83D\uDCE7", "\uFF21", null)),
                pick(Arrays.asList(true, false, null)),
                pick(STATUSES),
                pick(RESOLUTIONS),
                count(4),
                count(9),
                count(3),
                count(2),
                random.nextInt(12) > 0,
                intents(start),
                labels(),
                params(),
                answers(),
                pick(Arrays.asList("true", "false", "Yes", "NO", "maybe", "", null)),
                pick(Arrays.asList(
                        "unassisted", "assisted escalation", "contained", "verified", HOSTILE.get(0), null)));
    }

    /** A name that changes once. */
    private static String nameOf(String bot, Instant start) {
        boolean early = start.isBefore(Instant.parse("2024-03-01T00:00:00Z"));
        return "Bot " + bot + early;
    }

    private Integer count(int below) {
        return random.nextInt(6) == 0 ? null : random.nextInt(below);
    }

    private List<Talk.Intent> intents(Instant start) {
        List<Talk.Intent> list = new ArrayList<>();
        List<String> names = new ArrayList<>(HOSTILE);
        names.addAll(Arrays.asList("Greeting", "Talk to a human/agent", "greeting", "Refund", null, ""));
        for (int i = random.nextInt(7); i > 0; i--) {
            Instant at = random.nextInt(5) == 0 ? null : start.plusSeconds(random.nextInt(3));
            list.add(new Talk.Intent(pick(names), at, pick(Arrays.asList(true, false, false, null))));
        }
        return list;
    }

    private List<String> labels() {
        List<String> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(pick(List.of("vip", "refund", "Refund", "", HOSTILE.get(0), HOSTILE.get(3), HOSTILE.get(4))));
        }
        return list;
    }

    private Map<String, String> params() {
        Map<String, String> map = new TreeMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String name = pick(List.of("bsat_score", "customer", "order id", HOSTILE.get(3), HOSTILE.get(4)));
            map.put(name, pick(List.of("1", "5", "5.0", "-1", "passed", "", HOSTILE.get(0), HOSTILE.get(3))));
        }
        return map;
    }

    private Talk.Answers answers() {
        List<Boolean> flags = Arrays.asList(true, false, null);
        return random.nextInt(5) == 0
                ? Talk.Answers.NONE
                : new Talk.Answers(pick(flags), pick(flags), count(5), count(2), count(2), count(3));
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
