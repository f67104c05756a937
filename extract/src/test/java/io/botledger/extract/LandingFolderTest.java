package io.botledger.extract;

import static io.botledger.extract.Fetching.BOT_DAY;
import static io.botledger.extract.Fetching.ONE;
import static io.botledger.extract.Fetching.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.LandedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingFolderTest {
    /** First digits of the SHA-256 of the two contents, by sha256sum. */
    private static final String ONE_HASH = "4f21a09d7c5d876a";

    private static final String TWO_HASH = "3ec1adccc776db89";
    private static final String STEM = "conversation_b_2024-05-31_000000000000.";
    private static final Validators VALIDATORS = new Validators("\"e\"", "Fri, 31 May 2024 00:10:00 GMT");

    @TempDir
    private Path folder;

    private final FakeTime time = new FakeTime();
    private Path root;
    private Path day;
    private LandingFolder landing;

    @BeforeEach
    void open() {
        root = folder.resolve("x/landing");
        day = root.resolve("b/2024-05-31");
        landing = LandingFolder.open(root, time);
    }

    @Test
    void laysFilesOutByBotAndDay() throws IOException {
        assertThat(land(ONE)).isTrue();
        landing.complete(BOT_DAY, Set.of(0L));
        Path version = day.resolve(STEM + ONE_HASH + ".json.gz");
        assertThat(names())
                .containsExactlyInAnyOrder(
                        ".day.json", "." + STEM + ONE_HASH + ".meta.json", STEM + ONE_HASH + ".json.gz");
        assertThat(Fetching.text(version)).isEqualTo(ONE);
        assertThat(Fetching.modified(version)).isEqualTo(time.instant());
        assertThat(Files.readString(day.resolve("." + STEM + ONE_HASH + ".meta.json"))
                        .lines()
                        .map(String::strip))
                .contains(
                        "\"source\" : \"api\",",
                        "\"from\" : \"host\",",
                        "\"fetched_at\" : \"2024-06-01T03:00:00Z\",",
                        "\"etag\" : \"\\\"e\\\"\",",
                        "\"last_modified\" : \"Fri, 31 May 2024 00:10:00 GMT\",",
                        "\"stored_bytes\" : \"" + Files.size(version) + "\",",
                        "\"content_bytes\" : \"" + ONE.length() + "\",");
        assertThat(Files.readString(day.resolve(".day.json")).lines().map(String::strip))
                .contains(
                        "\"status\" : \"COMPLETE\",",
                        "\"checked_at\" : \"2024-06-01T03:00:00Z\",",
                        "\"files\" : [ \"" + STEM + ONE_HASH + ".json.gz\" ]");
    }

    @Test
    void isReadAsAFolderOfExports() {
        land(ONE);
        landing.complete(BOT_DAY, Set.of(0L));
        assertThat(ExportFolder.list(List.of(root)).files())
                .extracting(LandedFile::name)
                .containsExactly(BOT_DAY.file(0));
        assertThat(ExportFolder.list(List.of(root)).ignored()).isEmpty();
    }

    @Test
    void isPrivate() throws IOException {
        land(ONE);
        landing.complete(BOT_DAY, Set.of(0L));
        try (Stream<Path> walk = Files.walk(root)) {
            assertThat(walk)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void closesAFolderThatWasOpenToOthers() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        LandingFolder.open(open, time);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                .isEqualTo("rwx------");
    }

    @Test
    void writesTheSameBytesForTheSameContent() throws IOException {
        land(TWO);
        byte[] first = Files.readAllBytes(day.resolve(STEM + TWO_HASH + ".json.gz"));
        time.forward(Duration.ofDays(1));
        LandingFolder other = LandingFolder.open(folder.resolve("other"), time);
        other.land(BOT_DAY, 0, raw(Reading.gzip(Reading.utf8(TWO))), writer(), sighting());
        assertThat(folder.resolve("other/b/2024-05-31/" + STEM + TWO_HASH + ".json.gz"))
                .hasBinaryContent(first);
    }

    @Test
    void remembersWhatToAskWith() {
        assertThat(landing.known(BOT_DAY, 0)).isEqualTo(Validators.NONE);
        land(ONE);
        assertThat(landing.known(BOT_DAY, 0)).isEqualTo(VALIDATORS);
        assertThat(landing.known(BOT_DAY, 1)).isEqualTo(Validators.NONE);
    }

    @Test
    void letsTheLastSeenCountEvenIfTheClockGoesBack() {
        land(ONE);
        time.set("2024-05-31T03:00:00Z");
        assertThat(land(TWO)).isTrue();
        assertThat(Fetching.modified(day.resolve(STEM + TWO_HASH + ".json.gz")))
                .isEqualTo(Instant.parse("2024-06-01T03:00:00.001Z"));
        assertThat(land(ONE)).isTrue();
        assertThat(Fetching.modified(day.resolve(STEM + ONE_HASH + ".json.gz")))
                .isEqualTo(Instant.parse("2024-06-01T03:00:00.002Z"));
        time.set("2024-06-02T03:00:00Z");
        assertThat(land(ONE)).isFalse();
        assertThat(Fetching.modified(day.resolve(STEM + ONE_HASH + ".json.gz")))
                .isEqualTo(Instant.parse("2024-06-01T03:00:00.002Z"));
    }

    @Test
    void survivesDamagedNotes() throws IOException {
        land(ONE);
        landing.complete(BOT_DAY, Set.of(0L));
        Path meta = day.resolve("." + STEM + ONE_HASH + ".meta.json");
        Path state = day.resolve(".day.json");
        byte[] goodMeta = Files.readAllBytes(meta);
        byte[] goodState = Files.readAllBytes(state);
        for (String damage : List.of(
                "",
                "{",
                "[]",
                "{}",
                "null",
                "{\"format\":\"2\"}",
                "\u0000\u0000",
                "{} x",
                "{\"format\":\"1\",\"status\":\"DONE\",\"checked_at\":\"x\"}",
                "{\"format\":\"1\",\"status\":\"COMPLETE\",\"checked_at\":\"2024-06-01T03:00:00Z\",\"files\":[\"../x\"]}")) {
            Files.writeString(meta, damage);
            Files.writeString(state, damage);
            assertThat(landing.known(BOT_DAY, 0)).as(damage).isEqualTo(Validators.NONE);
            assertThat(landing.state(BOT_DAY)).as(damage).isEqualTo(DayState.unchecked(DayStatus.PARTIAL));
            assertThat(land(ONE)).as(damage).isFalse();
            landing.complete(BOT_DAY, Set.of(0L));
            assertThat(meta).hasBinaryContent(goodMeta);
            assertThat(state).hasBinaryContent(goodState);
        }
    }

    @Test
    void replacesAVersionThatIsDamaged() throws IOException {
        land(ONE);
        Path version = day.resolve(STEM + ONE_HASH + ".json.gz");
        Files.write(version, new byte[] {0x1f, (byte) 0x8b, 0});
        assertThat(landing.known(BOT_DAY, 0)).isEqualTo(Validators.NONE);
        land(ONE);
        assertThat(Fetching.text(version)).isEqualTo(ONE);
        assertThat(landing.known(BOT_DAY, 0)).isEqualTo(VALIDATORS);
    }

    @Test
    void forgetsACompleteDayWhoseFileIsGone() throws IOException {
        land(ONE);
        landing.complete(BOT_DAY, Set.of(0L));
        assertThat(landing.state(BOT_DAY).status()).isEqualTo(DayStatus.COMPLETE);
        Files.delete(day.resolve(STEM + ONE_HASH + ".json.gz"));
        assertThat(landing.state(BOT_DAY)).isEqualTo(DayState.unchecked(DayStatus.UNKNOWN));
        landing.complete(BOT_DAY, Set.of(0L));
        assertThat(landing.state(BOT_DAY).status()).isEqualTo(DayStatus.UNKNOWN);
    }

    @Test
    void deletesLeftoversThatAreOld() throws IOException {
        Path old = Files.writeString(root.resolve(".tmp/old.part"), "x");
        Path young = Files.writeString(root.resolve(".tmp/young.part"), "x");
        Files.setLastModifiedTime(old, FileTime.from(time.instant().minusSeconds(3601)));
        Files.setLastModifiedTime(young, FileTime.from(time.instant().minusSeconds(3599)));
        LandingFolder.open(root, time);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void leavesNothingOfWhatItRefuses() {
        assertThatThrownBy(() -> land("[{"))
                .isInstanceOfSatisfying(
                        BotledgerException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.FILE_TRUNCATED));
        assertThat(root.resolve(".tmp")).isEmptyDirectory();
        assertThat(day).isEmptyDirectory();
    }

    @Test
    void tellsThatItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> LandingFolder.open(file.resolve("landing"), time))
                .isInstanceOfSatisfying(
                        BotledgerException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.ENVIRONMENT))
                .hasMessageStartingWith("cannot write " + file.resolve("landing"))
                .hasMessageEndingWith("; check the folder's permissions and free space");
        landing.checkWritable();
        Files.delete(root.resolve(".tmp"));
        assertThatThrownBy(landing::checkWritable).hasMessageStartingWith("cannot write ");
    }

    private boolean land(String content) {
        return landing.land(BOT_DAY, 0, raw(Reading.utf8(content)), writer(), sighting());
    }

    private Sighting sighting() {
        return Sighting.ofApi("host", time.instant(), VALIDATORS);
    }

    private static LandingWriter writer() {
        return new LandingWriter("test", SourceLimits.defaults());
    }

    private static ByteArrayInputStream raw(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(day)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
