package io.botledger.db;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of H2 that stand in the URL. */
class DatabaseUrlTest {
    @TempDir
    private Path folder;

    /** H2 refuses a setting that is given twice. */
    @Test
    void settingsOfTheUrlReplaceOurs() {
        String url = "jdbc:h2:" + folder.resolve("botledger");
        DatabaseSettings settings = DatabaseSettings.of(
                url + ";MAX_COMPACT_TIME=100;ifexists=true;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE");
        assertThatThrownBy(() -> Database.openExisting(settings))
                .hasMessageEndingWith("there is no database yet; load files first, or check --db");
        Database.open(DatabaseSettings.of(url)).close();
        assertThatCode(() -> Database.openExisting(settings).close()).doesNotThrowAnyException();
    }
}
