package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A year of 10 bots with two channels and a million conversations makes a page of less than 1 MB. */
class DashboardSizeTest {
    private static final LocalDate LAST = LocalDate.parse("2025-12-31");
    private static final List<String> KEYS =
            List.of("bot_id", "channel", "language", "day", "bot_name", "contradicted");

    @Test
    void aYearOfTenBotsIsLessThanAMegabyte() {
        DashboardRange range = new DashboardRange(LAST.minusDays(364), LAST);
        DashboardData data = new DashboardData(
                range,
                new TreeSet<>(List.of(LAST)),
                new FileDays(ZoneOffset.UTC, false),
                Map.of(),
                ReportParameters.none());
        for (int bot = 0; bot < 10; bot++) {
            for (String channel : List.of("chat", "ticket")) {
                for (int day = -365; day < 365; day++) {
                    data.addDay(day(bot, channel, range.first().plusDays(day), data.measures));
                }
                addBands(data, "bot-" + bot, channel);
            }
        }
        String page = DashboardPage.of(DashboardJson.of(data, "1", Instant.EPOCH));
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isBetween(700_000, 1_000_000);
    }

    private static DashboardRow day(int bot, String channel, LocalDate day, List<String> measures) {
        List<Object> values = new ArrayList<>(List.of(
                "bot-" + bot,
                channel,
                "language " + Math.floorMod(day.getDayOfYear(), 5),
                day,
                "Bot " + bot,
                number(1)));
        measures.forEach(measure -> values.add(BigDecimal.valueOf(100 + day.getDayOfYear())));
        return row(Stream.concat(KEYS.stream(), measures.stream()).toList(), values);
    }

    private static void addBands(DashboardData data, String bot, String channel) {
        for (long band = 0; band < 5; band++) {
            for (int slot = 0; slot < 168; slot++) {
                data.addHour(row(
                        List.of("bot_id", "channel", "band", "weekday", "hour", "conversations"),
                        List.of(
                                bot,
                                channel,
                                number(band),
                                number(slot / 24 + 1),
                                number(slot % 24),
                                number(100 + slot))));
            }
            for (int intent = 0; intent < 60; intent++) {
                data.addIntent(row(
                        List.of("bot_id", "channel", "band", "intent", "conversations", "bot_handled"),
                        List.of(
                                bot,
                                channel,
                                number(band),
                                "Intent of " + bot + " " + intent,
                                number(1_000 + intent),
                                number(intent))));
            }
        }
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    private static DashboardRow row(List<String> names, List<?> values) {
        return new DashboardRow(
                names.stream()
                        .map(name -> new ReportColumn(name, ReportColumn.Type.TEXT, null, name))
                        .toList(),
                List.copyOf(values));
    }
}
