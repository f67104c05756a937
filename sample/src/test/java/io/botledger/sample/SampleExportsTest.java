package io.botledger.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.botledger.model.BotledgerException;
import io.botledger.model.Conversation;
import io.botledger.model.ErrorCode;
import io.botledger.model.ExportFileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleExportsTest {
    private static final SampleSettings SETTINGS =
            SampleSettings.builder().conversations(200).days(3).shards(2).build();

    private final SampleExports exports = new SampleExports(SETTINGS);
    private final ExportFileName first = exports.fileNames().get(0);

    @TempDir
    private Path folder;

    private static List<Conversation> list(SampleExports exports, ExportFileName name, long limit) {
        List<Conversation> conversations = new ArrayList<>();
        exports.conversations(name, limit).forEachRemaining(conversations::add);
        return conversations;
    }

    @Test
    void hasOneFileForEachBotDayAndShardInLoadingOrder() {
        assertThat(exports.fileNames()).hasSize(18).isSorted().doesNotHaveDuplicates();
        assertThat(first).isEqualTo(new ExportFileName("5f3c9a1be4b0d7a2c8e61f04", LocalDate.of(2026, 1, 1), 0));
    }

    @Test
    void aGrowingFileBeginsWithWhatItHeld() {
        List<Conversation> before = list(exports, first, 17);
        List<Conversation> after = list(exports, first, 19);
        assertThat(before).hasSize(17);
        assertThat(after).hasSize(19).startsWith(before.toArray(Conversation[]::new));
        assertThat(list(exports, first, SampleExports.ALL)).hasSize((int) exports.count(first));
    }

    @Test
    void aFileDoesNotDependOnTheOtherFilesNorOnTheTotal() {
        SampleSettings more =
                SampleSettings.builder().conversations(5_000).days(3).bots(7).build();
        assertThat(list(new SampleExports(more), first, 10)).isEqualTo(list(exports, first, 10));
    }

    @Test
    void anotherSeedGivesOtherConversations() {
        SampleSettings other =
                SampleSettings.builder().seed(2).conversations(200).build();
        assertThat(list(new SampleExports(other), first, 1)).isNotEqualTo(list(exports, first, 1));
    }

    @Test
    void writesEachFileUnderTheVendorsNameAndReportsProgress() throws IOException {
        AtomicLong written = new AtomicLong();
        exports.writeTo(folder.resolve("new"), written::addAndGet);
        assertThat(written).hasValue(200);
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(exports.fileNames().stream()
                            .map(ExportFileName::format)
                            .toList());
        }
    }

    @Test
    void reportsProgressWithinAFile() {
        SampleSettings oneFile =
                SampleSettings.builder().conversations(2_500).days(1).bots(1).build();
        List<Long> steps = new ArrayList<>();
        new SampleExports(oneFile).writeTo(folder, steps::add);
        assertThat(steps).containsExactly(1_000L, 1_000L, 500L);
    }

    @Test
    void writesTheBeginningOfAFileAndReplacesItByTheWhole() throws IOException {
        Path path = exports.writeTo(folder, first, 17);
        assertThat(path).isEqualTo(folder.resolve(first.format()));
        assertThat(ExportParser.parse(Files.readAllBytes(path))).isEqualTo(list(exports, first, 17));
        exports.writeTo(folder, first, SampleExports.ALL);
        assertThat(ExportParser.parse(Files.readAllBytes(path))).hasSize((int) exports.count(first));
    }

    @Test
    void marksCompressedFilesByName() {
        SampleSettings gzip = SampleSettings.builder().gzip(true).build();
        assertThat(new SampleExports(gzip).writeTo(folder, first, 1)).hasFileName(first.format() + ".gz");
    }

    @Test
    void leavesNothingBehindWhenAFileCannotBeWritten() throws IOException {
        Files.createDirectories(folder.resolve(first.format()).resolve("occupied"));
        BotledgerException failure =
                catchThrowableOfType(BotledgerException.class, () -> exports.writeTo(folder, first, 1));
        assertThat(failure.code()).isEqualTo(ErrorCode.ENVIRONMENT);
        assertThat(failure)
                .hasMessageStartingWith("cannot write " + folder.resolve(first.format()) + ": ")
                .hasMessageEndingWith("; check the folder's permissions and free space");
        assertThat(folder.resolve(first.format() + ".tmp")).doesNotExist();
    }

    @Test
    void refusesUnknownFilesAndNegativeLimits() {
        ExportFileName unknown = new ExportFileName("b", LocalDate.of(2026, 1, 1), 0);
        assertThatThrownBy(() -> exports.count(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("conversation_b_2026-01-01_000000000000.json is not one of the 18 sample files");
        assertThatThrownBy(() -> exports.conversations(first, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit must be 0 or more, but is -1");
    }
}
