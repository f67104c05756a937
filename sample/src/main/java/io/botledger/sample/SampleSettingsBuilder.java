package io.botledger.sample;

import io.botledger.sample.SampleSettings.KeyCase;
import io.botledger.sample.SampleSettings.Schema;
import io.botledger.sample.SampleSettings.Shape;
import io.botledger.sample.SampleSettings.Values;
import java.time.LocalDate;

/**
 * Puts {@link SampleSettings} together; what is not set keeps its default. Ranges are checked by {@link #build()}. Not
 * for use by several threads at once.
 */
public final class SampleSettingsBuilder {
    private long seed = 1;
    private long conversations = 2_000;
    private int days = 30;
    private LocalDate firstDay = LocalDate.of(2026, 1, 1);
    private int bots = 3;
    private int shards = 1;
    private Shape shape = Shape.ARRAY;
    private KeyCase keys = KeyCase.LOWER;
    private Schema schema = Schema.V3;
    private boolean gzip;
    private Values values = Values.TYPED;

    SampleSettingsBuilder() {}

    /** The seed; default 1. */
    public SampleSettingsBuilder seed(long newSeed) {
        seed = newSeed;
        return this;
    }

    /** Conversations in all files together; default 2,000. */
    public SampleSettingsBuilder conversations(long newConversations) {
        conversations = newConversations;
        return this;
    }

    /** Number of days; default 30. */
    public SampleSettingsBuilder days(int newDays) {
        days = newDays;
        return this;
    }

    /** First day (UTC); default 2026-01-01. */
    public SampleSettingsBuilder firstDay(LocalDate newFirstDay) {
        firstDay = newFirstDay;
        return this;
    }

    /** Number of bots; default 3. */
    public SampleSettingsBuilder bots(int newBots) {
        bots = newBots;
        return this;
    }

    /** Files for each bot and day; default 1. */
    public SampleSettingsBuilder shards(int newShards) {
        shards = newShards;
        return this;
    }

    /** How records follow each other; default {@link Shape#ARRAY}. */
    public SampleSettingsBuilder shape(Shape newShape) {
        shape = newShape;
        return this;
    }

    /** How names are spelled; default {@link KeyCase#LOWER}. */
    public SampleSettingsBuilder keys(KeyCase newKeys) {
        keys = newKeys;
        return this;
    }

    /** Which fields there are; default {@link Schema#V3}. */
    public SampleSettingsBuilder schema(Schema newSchema) {
        schema = newSchema;
        return this;
    }

    /** Whether files are compressed; default no. */
    public SampleSettingsBuilder gzip(boolean newGzip) {
        gzip = newGzip;
        return this;
    }

    /** How values are spelled; default {@link Values#TYPED}. */
    public SampleSettingsBuilder values(Values newValues) {
        values = newValues;
        return this;
    }

    /**
     * The settings.
     *
     * @throws IllegalArgumentException if one lies outside its range
     */
    public SampleSettings build() {
        return new SampleSettings(seed, conversations, days, firstDay, bots, shards, shape, keys, schema, gzip, values);
    }
}
