package io.botledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A server, a landing folder and an API between them, for a test to fetch with. */
final class Fetching implements AutoCloseable {
    /** Longer than any answer takes on a busy machine. */
    static final Duration PATIENT = Duration.ofSeconds(30);
    /** For what does not come at all. */
    static final Duration IMPATIENT = Duration.ofMillis(200);

    static final LocalDate DAY = LocalDate.of(2024, 5, 31);
    static final BotDay BOT_DAY = new BotDay("b", DAY);
    static final String ONE = "[{\"conversation_id\":\"one\"}]";
    static final String TWO = "[{\"conversation_id\":\"one\"},{\"conversation_id\":\"two\"}]";

    final SimulatedExportServer server = SimulatedExportServer.start();
    final FakeTime time = new FakeTime();
    final Path root;
    LandingFolder landing;
    private ExportApi usual;

    Fetching(Path folder) {
        root = folder.resolve("landing");
        landing = LandingFolder.open(root, time);
    }

    ApiSettingsBuilder settings() {
        return ApiSettings.builder()
                .base(server.base())
                .timeouts(timeouts(PATIENT, PATIENT))
                .retries(new ApiRetries(3, Duration.ofSeconds(4), Duration.ofSeconds(6), Duration.ofSeconds(100)));
    }

    /** An API that waits so long for an answer to begin and for a transfer to go on. */
    ExportApi api(Duration firstByte, Duration stall) {
        return api(settings().timeouts(timeouts(firstByte, stall)).build());
    }

    ExportApi api() {
        if (usual == null) {
            usual = api(settings().build());
        }
        return usual;
    }

    ExportApi api(ApiSettings settings) {
        return new ExportApi(
                settings, SimulatedExportServer.ORGANIZATION, Secret.of(SimulatedExportServer.KEY), time.timing());
    }

    /** Fetches {@link #BOT_DAY}. */
    BotDayResult fetch() {
        return fetch(api());
    }

    BotDayResult fetch(ExportApi api) {
        return extract(api, List.of(BOT_DAY)).days().get(0);
    }

    ExtractionResult extract(ExportApi api, List<BotDay> days) {
        Map<String, ExportApi> apis = new HashMap<>();
        days.forEach(day -> apis.put(day.botId(), api));
        return new Extraction(landing, apis, 4).run(days, ExtractionListener.NONE);
    }

    /** Fetches, expects a failure and nothing landed, then a good day, and gives the failure's message. */
    String failure() {
        return failure(api());
    }

    String failure(ExportApi api) {
        BotDayResult failed = fetch(api);
        assertThat(failed.outcome()).isEqualTo(FetchOutcome.FAILED);
        assertThat(failed.error().orElseThrow().code().exitStatus()).isEqualTo(5);
        assertThat(contents()).isEmpty();
        assertThat(unfinished()).isEmpty();
        assertThat(landing.state(BOT_DAY).status()).isEqualTo(DayStatus.UNKNOWN);
        heals();
        return failed.error().orElseThrow().getMessage().replace(server.base(), "BASE");
    }

    /** The next good run lands the day. */
    void heals() {
        server.heal();
        server.put("b", DAY, TWO);
        assertThat(fetch().outcome()).isEqualTo(FetchOutcome.FETCHED);
        assertThat(contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(TWO)));
        assertThat(landing.state(BOT_DAY).status()).isEqualTo(DayStatus.COMPLETE);
        assertThat(unfinished()).isEmpty();
        assertThat(server.violations()).isEmpty();
    }

    /** Contents by bot, day and shard, oldest landing first, read without the code under test. */
    Map<String, List<String>> contents() {
        Map<String, List<String>> contents = new TreeMap<>();
        versions()
                .forEach(file -> contents.merge(
                        key(file),
                        List.of(text(file)),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList()));
        return contents;
    }

    /** Every landed file, oldest landing first. */
    List<Path> versions() {
        return files().stream()
                .filter(file -> !root.relativize(file).toString().matches("(.*/)?\\..*"))
                .sorted(Comparator.comparing(Fetching::modified).thenComparing(file -> file))
                .toList();
    }

    List<Path> unfinished() {
        return files().stream()
                .filter(file -> file.toString().contains("/.tmp/"))
                .toList();
    }

    List<Path> files() {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(Path gzip) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The chain of causes and suppressed exceptions. */
    static Optional<Throwable> anyCause(Throwable failure) {
        return Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                .findFirst();
    }

    @Override
    public void close() {
        server.close();
    }

    private static ApiTimeouts timeouts(Duration firstByte, Duration stall) {
        return new ApiTimeouts(PATIENT, firstByte, stall);
    }

    private String key(Path file) {
        String shard = file.getFileName().toString().replaceAll(".*_(\\d{12})\\..*", "$1");
        return root.relativize(file.getParent()) + "/" + Long.parseLong(shard);
    }
}
