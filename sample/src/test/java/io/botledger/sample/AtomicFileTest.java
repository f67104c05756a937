package io.botledger.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.model.BotledgerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    private Path path;
    private Path unfinished;

    @BeforeEach
    void anOlderFileIsThere() throws IOException {
        path = folder.resolve("a.json");
        unfinished = folder.resolve("a.json.tmp");
        Files.writeString(path, "old");
    }

    @Test
    void keepsTheOldFileUntilTheNewOneIsWhole() {
        Path written = new AtomicFile(path).write(out -> {
            out.write("new".getBytes(StandardCharsets.UTF_8));
            assertThat(path).hasContent("old");
            assertThat(unfinished).exists();
        });
        assertThat(written).isEqualTo(path).hasContent("new");
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void keepsTheOldFileWhenWritingFails() {
        IOException full = new IOException("no space");
        assertThatThrownBy(() -> new AtomicFile(path).write(out -> {
                    out.write(1);
                    throw full;
                }))
                .isInstanceOf(BotledgerException.class)
                .hasMessage("cannot write " + path + ": java.io.IOException: no space"
                        + "; check the folder's permissions and free space")
                .hasCause(full);
        assertThat(path).hasContent("old");
        assertThat(unfinished).doesNotExist();
    }
}
