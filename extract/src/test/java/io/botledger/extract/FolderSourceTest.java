package io.botledger.extract;

import static io.botledger.extract.Fetching.BOT_DAY;
import static io.botledger.extract.Fetching.ONE;
import static io.botledger.extract.Fetching.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.extract.ExportFolder.Problem;
import io.botledger.extract.FolderSource.Copied;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
    private static final String NAME = "conversation_b_2024-05-31_000000000000.json";
    private static final Instant MONDAY = Instant.parse("2024-06-03T10:00:00Z");

    @TempDir
    private Path folder;

    private Path from;

    @AutoClose
    private Fetching fetching;

    @BeforeEach
    void begin() {
        from = folder.resolve("from");
        fetching = new Fetching(folder);
    }

    @Test
    void copiesPlainFilesAndGzips() throws IOException {
        write(NAME, Reading.utf8(ONE), MONDAY);
        write("x/conversation_b_2024-05-31_000000000001.jsonl.gz", Reading.gzip(Reading.utf8(TWO)), MONDAY);
        Path notes = write("notes.txt", new byte[0], MONDAY);
        assertThat(copy()).isEqualTo(new Copied(2, 0, List.of(), List.of(notes)));
        assertThat(fetching.contents())
                .isEqualTo(Map.of("b/2024-05-31/0", List.of(ONE), "b/2024-05-31/1", List.of(TWO)));
        assertThat(fetching.versions()).allMatch(file -> Fetching.modified(file).equals(MONDAY));
        assertThat(fetching.landing.state(BOT_DAY)).isEqualTo(DayState.unchecked(DayStatus.PARTIAL));
        assertThat(copy()).isEqualTo(new Copied(0, 2, List.of(), List.of(notes)));
    }

    @Test
    void keepsTheOrderOfVersions() throws IOException {
        write("new/" + NAME, Reading.utf8(ONE), MONDAY.plusSeconds(60));
        write("old/" + NAME, Reading.utf8(TWO), MONDAY);
        assertThat(copy().copied()).isEqualTo(2);
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(TWO, ONE)));
        write("old/" + NAME, Reading.utf8(TWO), MONDAY.plusSeconds(120));
        assertThat(copy().copied()).isEqualTo(1);
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(ONE, TWO)));
        assertThat(copy().copied()).isZero();
    }

    @Test
    void storesNothingThatTheApiBrought() throws IOException {
        fetching.heals();
        write(NAME, Reading.utf8(TWO), Instant.parse("2024-05-31T00:00:00Z"));
        assertThat(copy().unchanged()).isEqualTo(1);
        assertThat(fetching.versions()).hasSize(1);
        assertThat(fetching.fetch().bytes()).isZero();
    }

    @Test
    void tellsWhatItCannotTake() throws IOException {
        Path cut = write("a/" + NAME, Reading.utf8("[{\"conversation_id\":"), MONDAY);
        Path text = write("b/" + NAME, Reading.utf8("hello"), MONDAY.plusSeconds(1));
        Path hostile = write("conversation_ü._2024-05-31_000000000000.json", Reading.utf8("[]"), MONDAY);
        write("c/" + NAME, Reading.utf8(ONE), MONDAY);
        Copied copied = copy();
        assertThat(copied.copied()).isEqualTo(1);
        assertThat(copied.problems())
                .containsExactly(
                        new Problem(
                                cut,
                                cut + ": the file ends in the middle of record 1, which begins at byte 1: expected the"
                                        + " rest of the record, found the end at byte 20; get the file again"),
                        new Problem(
                                text,
                                text + ": not a Data Export file: expected a JSON array or object, found 'h' at byte 0;"
                                        + " get the file again"),
                        new Problem(
                                hostile,
                                "bot id \"?.\": expected 1 to 100 letters, digits, '-', '_' or '.', the first a letter"
                                        + " or digit, the last no '.', and no device name of Windows; copy the id from the vendor"));
        assertThat(fetching.contents()).isEqualTo(Map.of("b/2024-05-31/0", List.of(ONE)));
        assertThat(fetching.unfinished()).isEmpty();
    }

    @Test
    void endsWhenInterrupted() throws IOException {
        write(NAME, Reading.utf8(ONE), MONDAY);
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::copy)
                .isInstanceOfSatisfying(
                        BotledgerException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.INTERRUPTED));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(copy().copied()).isEqualTo(1);
    }

    private Copied copy() {
        return new FolderSource(fetching.landing, SourceLimits.defaults()).copy(List.of(from));
    }

    private Path write(String name, byte[] content, Instant modifiedAt) throws IOException {
        Path file = from.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return Files.setLastModifiedTime(file, FileTime.from(modifiedAt));
    }
}
