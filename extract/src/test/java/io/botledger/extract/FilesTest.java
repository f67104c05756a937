package io.botledger.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.FileContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    /** Every way to open a file. */
    private static final List<Consumer<Path>> OPENERS = List.of(
            file -> ExportReader.open(file, ReaderSettings.defaults()).close(),
            file -> FileContents.fingerprint(file, ReaderSettings.defaults()));

    @TempDir
    private Path folder;

    @Test
    void readsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("e.json"), "[{\"conversation_id\":\"a\"}]");
        try (ExportReader reader = ExportReader.open(file, ReaderSettings.defaults())) {
            assertThat(reader.next().conversation().conversationId()).isEqualTo("a");
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void fingerprintsTheInflatedContent() throws IOException {
        byte[] abc = Reading.utf8("abc");
        FileContent expected = new FileContent("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3);
        assertThat(fingerprint(abc)).isEqualTo(expected);
        assertThat(fingerprint(Reading.gzip(abc))).isEqualTo(expected);
        assertThat(fingerprint(Reading.joined(Reading.gzip(Reading.utf8("a")), Reading.gzip(Reading.utf8("bc")))))
                .isEqualTo(expected);
        assertThat(fingerprint(new byte[0]).size()).isZero();
    }

    @Test
    void fingerprintsNoDamagedGzip() throws IOException {
        byte[] gzip = Reading.gzip(Reading.utf8("abc"));
        assertThatThrownBy(() -> fingerprint(Arrays.copyOf(gzip, gzip.length - 3)))
                .isInstanceOfSatisfying(
                        BotledgerException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.FILE_TRUNCATED))
                .hasMessage(folder.resolve("f") + ": the gzip stream ends after 3 inflated bytes: expected its trailer;"
                        + " get the file again");
        gzip[gzip.length - 1] = 1;
        assertThatThrownBy(() -> fingerprint(gzip)).hasMessageContaining("corrupt gzip after 3 inflated bytes");
        ReaderSettings tight = new ReaderSettings(1, 1, 2, ReaderSettings.OnTruncated.FAIL);
        Path file = Files.write(folder.resolve("f"), Reading.utf8("abc"));
        assertThatThrownBy(() -> FileContents.fingerprint(file, tight))
                .hasMessage(file + ": expected at most 2 bytes of content, found more;"
                        + " raise the limit if the file is genuine");
    }

    @Test
    void refusesMissingFilesAndFolders() {
        for (Consumer<Path> opener : OPENERS) {
            assertUnreadable(opener, folder.resolve("none.json"), "no such file; check the path");
            assertUnreadable(opener, folder, "expected a file, found a folder; name the export file itself");
        }
    }

    @Test
    void refusesFilesWithoutPermission() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.json"), "[]");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "root reads everything");
        for (Consumer<Path> opener : OPENERS) {
            assertUnreadable(opener, file, "no permission to read it; allow it to the user that runs botledger");
        }
    }

    @Test
    void reportsADiskThatFails() {
        InputStream failing = new InputStream() {
            private int left = 10;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("Input/output error");
                }
                return '[';
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                target[from] = (byte) read();
                return 1;
            }
        };
        try (ExportReader reader = ExportReader.over(failing, "disk.json", ReaderSettings.defaults())) {
            assertThatThrownBy(reader::hasNext)
                    .isInstanceOfSatisfying(
                            BotledgerException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.FILE_UNREADABLE))
                    .hasMessage("disk.json: can't be read at byte 10 (Input/output error); check the disk");
        }
    }

    @Test
    void checksItsSettings() {
        assertThatThrownBy(() -> new ReaderSettings(0, 100, 1, ReaderSettings.OnTruncated.FAIL))
                .hasMessage("maxRecordBytes 0 is not between 1 and 1073741824");
        assertThatThrownBy(() -> new ReaderSettings(1, 10_001, 1, ReaderSettings.OnTruncated.FAIL))
                .hasMessage("maxDepth 10001 is not between 1 and 10000");
        assertThatThrownBy(() -> new ReaderSettings(1, 1, 0, ReaderSettings.OnTruncated.FAIL))
                .hasMessage("maxInflatedBytes 0 is not between 1 and 9223372036854775807");
        assertThat(ReaderSettings.defaults())
                .isEqualTo(new ReaderSettings(16_777_216, 100, 68_719_476_736L, ReaderSettings.OnTruncated.FAIL));
    }

    private FileContent fingerprint(byte[] content) throws IOException {
        return FileContents.fingerprint(Files.write(folder.resolve("f"), content), ReaderSettings.defaults());
    }

    private static void assertUnreadable(Consumer<Path> opener, Path file, String message) {
        assertThatThrownBy(() -> opener.accept(file))
                .isInstanceOfSatisfying(
                        BotledgerException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.FILE_UNREADABLE))
                .hasMessage(file + ": " + message);
    }
}
