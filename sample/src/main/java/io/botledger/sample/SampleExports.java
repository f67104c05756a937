package io.botledger.sample;

import io.botledger.model.BotledgerException;
import io.botledger.model.Conversation;
import io.botledger.model.ErrorCode;
import io.botledger.model.ExportFileName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Sample exports: for every bot, day and shard one file of conversations that ended on the day. The conversations of a
 * file depend on seed, schema, bot, day and shard alone; the total only says how many of them there are. Safe for use by
 * several threads, as long as they write different files.
 */
public final class SampleExports {
    /** A limit that leaves no conversation out. */
    public static final long ALL = Long.MAX_VALUE;

    private final SampleSettings settings;
    private final Map<String, Bot> bots;
    private final Spread spread;

    /** The exports that the settings describe; makes no conversation yet. */
    public SampleExports(SampleSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
        List<Bot> all = Bots.first(settings.bots());
        this.bots = all.stream().collect(Collectors.toUnmodifiableMap(Bot::id, Function.identity()));
        this.spread = Spread.of(settings, all);
    }

    /** What was asked for. */
    public SampleSettings settings() {
        return settings;
    }

    /** All files in the order of {@link ExportFileName#compareTo}, those without conversations too; never empty. */
    public List<ExportFileName> fileNames() {
        return spread.names();
    }

    /**
     * How many conversations the whole file holds, 0 or more.
     *
     * @throws IllegalArgumentException if the name is not one of {@link #fileNames()}
     */
    public long count(ExportFileName name) {
        return spread.count(name);
    }

    /**
     * The conversations of all files, file by file, made as they are taken; but the stream's own iterator holds a whole
     * file in memory.
     */
    public Stream<Conversation> conversations() {
        return fileNames().stream().flatMap(name -> stream(name, ALL));
    }

    /**
     * The conversations of one file in its order, made as they are taken.
     *
     * @throws IllegalArgumentException if the name is not one of {@link #fileNames()}
     */
    public Iterator<Conversation> conversations(ExportFileName name) {
        return conversations(name, ALL);
    }

    /**
     * The first conversations of one file: what the file holds before it has grown to its full length.
     *
     * @param limit how many at most, 0 or more; {@link #ALL} for no limit
     * @throws IllegalArgumentException if the limit is negative or the name is not one of {@link #fileNames()}
     */
    public Iterator<Conversation> conversations(ExportFileName name, long limit) {
        return stream(name, limit).iterator();
    }

    private Stream<Conversation> stream(ExportFileName name, long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must be 0 or more, but is " + limit);
        }
        long count = Math.min(limit, count(name));
        Bot bot = bots.get(name.botId());
        ConversationMaker maker =
                new ConversationMaker(settings, bot, name.exportDate().toEpochDay(), name.shard());
        return LongStream.range(0, count).mapToObj(maker::make);
    }

    /** The name of the file on disk: the vendor's, with {@code .gz} appended if files are compressed. */
    public String diskName(ExportFileName name) {
        return settings.gzip() ? name.format() + ".gz" : name.format();
    }

    /**
     * Writes the content of one file; the stream is flushed and stays open.
     *
     * @param limit how many conversations at most, 0 or more; {@link #ALL} for no limit
     * @throws IllegalArgumentException if the limit is negative or the name is not one of {@link #fileNames()}
     * @throws IOException if the stream takes no more
     */
    public void write(ExportFileName name, long limit, OutputStream out) throws IOException {
        write(name, limit, out, written -> {});
    }

    private void write(ExportFileName name, long limit, OutputStream out, LongConsumer progress) throws IOException {
        new ExportFileWriter(settings, progress).write(conversations(name, limit), out);
    }

    /**
     * Writes one file into a folder, replacing an older one of the same name. It appears whole or not at all.
     *
     * @param folder made if it is not there
     * @param limit how many conversations at most, 0 or more; {@link #ALL} for no limit
     * @return the file's path
     * @throws IllegalArgumentException if the limit is negative or the name is not one of {@link #fileNames()}
     * @throws BotledgerException with {@link ErrorCode#ENVIRONMENT} if the file can't be written
     */
    public Path writeTo(Path folder, ExportFileName name, long limit) {
        return writeTo(folder, name, limit, written -> {});
    }

    /**
     * Writes all files into a folder, one after the other; each appears whole or not at all.
     *
     * @param folder made if it is not there
     * @param progress told how many more conversations are written, about every thousand; the sum is the total
     * @throws BotledgerException with {@link ErrorCode#ENVIRONMENT} if a file can't be written
     */
    public void writeTo(Path folder, LongConsumer progress) {
        fileNames().forEach(name -> writeTo(folder, name, ALL, progress));
    }

    private Path writeTo(Path folder, ExportFileName name, long limit, LongConsumer progress) {
        return new AtomicFile(folder.resolve(diskName(name))).write(out -> write(name, limit, out, progress));
    }
}
