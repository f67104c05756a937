package io.botledger.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.botledger.reports.DashboardData.GroupKey;
import io.botledger.reports.DashboardGroup.Cell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The dashboard's data as JSON, by columns, to stand in a page. */
final class DashboardJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int OTHER = -1;
    private static final int HOURS_OF_WEEK = 168;
    private static final long[] NONE = {0};

    private final DashboardData data;
    private final JsonGenerator json;
    private final Map<String, Integer> bots;
    private final Map<String, Integer> channels;
    private final Map<String, Integer> languages;
    private final Map<String, Integer> intents;

    private DashboardJson(DashboardData data, JsonGenerator json) {
        this.data = data;
        this.json = json;
        bots = numbered(data.bots());
        channels = numbered(data.channels());
        languages = numbered(data.languages());
        intents = numbered(DashboardIntents.of(data));
    }

    private static Map<String, Integer> numbered(List<String> texts) {
        Map<String, Integer> numbers = new HashMap<>();
        texts.forEach(text -> numbers.put(text, numbers.size()));
        return numbers;
    }

    /** The data as JSON without a character that could end the script element around it. */
    static String of(DashboardData data, String version, Instant madeAt) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            new DashboardJson(data, json).write(version, madeAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inScript(text.toString());
    }

    /** In JSON these characters stand in texts alone, where they may be escaped. */
    static String inScript(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private void write(String version, Instant madeAt) throws IOException {
        json.writeStartObject();
        json.writeStringField("version", version);
        json.writeStringField("made", MINUTE.format(madeAt));
        json.writeStringField("zone", single("time_zone", "UTC"));
        json.writeStringField("day_of", single("day_of", "end"));
        json.writeStringField("from", data.range.first().toString());
        json.writeNumberField("length", data.range.length());
        json.writeStringField(
                "last_day", data.loaded.isEmpty() ? null : data.loaded.last().toString());
        numbers("periods", data.range.periods(), Integer::longValue);
        filters();
        writeBots();
        texts("channels", data.channels());
        texts("languages", data.languages());
        texts("intents", DashboardIntents.of(data));
        json.writeNumberField("intent_limit", DashboardIntents.LIMIT);
        texts("measures", data.measures);
        json.writeArrayFieldStart("groups");
        for (Map.Entry<GroupKey, DashboardGroup> group : data.groups.entrySet()) {
            writeGroup(group.getKey(), group.getValue());
        }
        json.writeEndArray();
        writeCoverage();
        json.writeEndObject();
    }

    private String single(String parameter, String otherwise) {
        return data.parameters
                .given()
                .getOrDefault(parameter, List.of(otherwise))
                .get(0);
    }

    private void filters() throws IOException {
        json.writeArrayFieldStart("filters");
        for (ReportParameter filter : DashboardReports.filters()) {
            for (String value : data.parameters.given().getOrDefault(filter.name(), List.of())) {
                json.writeStartArray();
                json.writeString(filter.name().replace('_', ' '));
                json.writeString(value);
                json.writeEndArray();
            }
        }
        json.writeEndArray();
    }

    private void writeBots() throws IOException {
        List<String> labels = data.labels();
        json.writeArrayFieldStart("bots");
        for (String bot : data.bots()) {
            json.writeStartObject();
            json.writeStringField("id", bot);
            json.writeStringField("label", labels.get(bots.get(bot)));
            json.writeBooleanField("silent", data.understoodWithoutException(bot));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private <T> void numbers(String name, Iterable<T> rows, ToLongFunction<T> number) throws IOException {
        json.writeArrayFieldStart(name);
        for (T row : rows) {
            json.writeNumber(number.applyAsLong(row));
        }
        json.writeEndArray();
    }

    private void writeGroup(GroupKey key, DashboardGroup group) throws IOException {
        json.writeStartObject();
        json.writeNumberField("bot", bots.getOrDefault(key.bot(), OTHER));
        json.writeNumberField("channel", channels.getOrDefault(key.channel(), OTHER));
        writeSums("days", "day", group.days);
        writeSums("before", "period", group.before);
        writeCells("languages", "language", placed(group.languages, languages), List.of("conversations"));
        writeHours(group.hours);
        writeCells("intents", "intent", placed(group.intents, intents), List.of("conversations", "bot_handled"));
        json.writeEndObject();
    }

    private void writeSums(String name, String key, Map<Integer, DashboardSums> sums) throws IOException {
        json.writeObjectFieldStart(name);
        numbers(key, sums.keySet(), Integer::longValue);
        for (int i = 0; i < data.measures.size(); i++) {
            json.writeArrayFieldStart(data.measures.get(i));
            for (DashboardSums row : sums.values()) {
                if (row.get(i) == null) {
                    json.writeNull();
                } else {
                    json.writeNumber(row.get(i));
                }
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** The cells by the numbers of their texts; those that have none are summed up. */
    private static Map<Cell<Integer>, long[]> placed(Map<Cell<String>, long[]> cells, Map<String, Integer> numbers) {
        Map<Cell<Integer>, long[]> placed = new TreeMap<>();
        cells.forEach((cell, counts) -> {
            int number = numbers.getOrDefault(cell.key(), OTHER);
            long[] sums = placed.computeIfAbsent(new Cell<>(cell.band(), number), key -> new long[counts.length]);
            for (int i = 0; i < counts.length; i++) {
                sums[i] += counts[i];
            }
        });
        return placed;
    }

    private void writeCells(String name, String key, Map<Cell<Integer>, long[]> cells, List<String> counts)
            throws IOException {
        json.writeObjectFieldStart(name);
        numbers("band", cells.keySet(), Cell::band);
        numbers(key, cells.keySet(), Cell::key);
        for (int i = 0; i < counts.size(); i++) {
            int column = i;
            numbers(counts.get(i), cells.values(), row -> row[column]);
        }
        json.writeEndObject();
    }

    /** A list for each band, of all hours of the week: shorter than their keys would be. */
    private void writeHours(Map<Cell<Integer>, long[]> hours) throws IOException {
        int bands = hours.keySet().stream().mapToInt(Cell::band).max().orElse(-1) + 1;
        json.writeArrayFieldStart("hours");
        for (int band = 0; band < bands; band++) {
            long[] counts = new long[HOURS_OF_WEEK];
            for (int hour = 0; hour < HOURS_OF_WEEK; hour++) {
                counts[hour] = hours.getOrDefault(new Cell<>(band, hour), NONE)[0];
            }
            json.writeArray(counts, 0, counts.length);
        }
        json.writeEndArray();
    }

    private void writeCoverage() throws IOException {
        DashboardRange range = data.range;
        json.writeArrayFieldStart("coverage");
        for (String bot : data.bots()) {
            BotDays days = data.coverage.get(bot);
            if (days == null) {
                continue;
            }
            json.writeStartObject();
            json.writeNumberField("bot", bots.get(bot));
            json.writeStringField("files", days.files(range.first(), range.last()));
            json.writeStringField("days", days.days(range.firstBefore(), range.last(), data.fileDays));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
