package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportOutputTest {
    @TempDir
    private Path folder;

    private static String put(OutputStream bytes, String text) {
        try {
            bytes.write(text.getBytes(StandardCharsets.UTF_8));
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aFileAppearsWholeAndItsFolderIsMade() throws IOException {
        Path file = folder.resolve("a/b/report.csv");
        for (String text : List.of("first \u00E9", "second")) {
            assertThat(ReportOutput.toFile(file).<String>write(bytes -> put(bytes, text)))
                    .isEqualTo(text);
            assertThat(file).hasContent(text);
        }
        assertThat(names(file.getParent())).containsExactly("report.csv");
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("report.csv"), "old");
        assertThatThrownBy(() -> ReportOutput.toFile(file).write(bytes -> {
                    put(bytes, "half");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(file).hasContent("old");
        assertThat(names(folder)).containsExactly("report.csv");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> ReportOutput.toFile(folder).write(bytes -> put(bytes, "x")))
                .isInstanceOfSatisfying(
                        BotledgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                .hasMessage(
                        "can't write the report to " + folder + ": it is a folder; name a file that may be replaced");
    }

    @Test
    void aFileInThePlaceOfTheFolderIsAnErrorOfTheEnvironment() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> ReportOutput.toFile(file.resolve("report.csv")).write(bytes -> put(bytes, "x")))
                .isInstanceOfSatisfying(
                        BotledgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENVIRONMENT))
                .hasMessage("can't write the report to " + file.resolve("report.csv") + ": the folder " + file
                        + " can't be made: " + file
                        + " is no folder; name a file in a folder that you may write into");
        assertThatThrownBy(
                        () -> ReportOutput.toFile(file.resolve("a/report.csv")).write(bytes -> put(bytes, "x")))
                .hasMessage("can't write the report to " + file.resolve("a/report.csv") + ": the folder "
                        + file.resolve("a")
                        + " can't be made: not a directory; name a file in a folder that you may write into");
    }

    /** Its files are those of the kernel alone. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatTakesNoFilesIsNamed() {
        String advice = "; name a file in a folder that you may write into";
        for (String name : List.of("/proc/report.csv", "/proc/none/report.csv")) {
            assertThatThrownBy(() -> ReportOutput.toFile(Path.of(name)).write(bytes -> put(bytes, "x")))
                    .isInstanceOfSatisfying(
                            BotledgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENVIRONMENT))
                    .hasMessage("can't write the report to " + name + ": "
                            + (name.contains("none")
                                    ? "the folder /proc/none can't be made"
                                    : "no file can be made in /proc")
                            + ": its file system takes none" + advice);
        }
    }

    @Test
    void aBrokenStreamIsAnErrorOfTheEnvironment() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThatThrownBy(
                        () -> ReportOutput.toStream("standard output", broken).write(bytes -> put(bytes, "x")))
                .isInstanceOfSatisfying(
                        BotledgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENVIRONMENT))
                .hasMessage("writing the report to standard output: java.io.IOException: Broken pipe");
    }
}
