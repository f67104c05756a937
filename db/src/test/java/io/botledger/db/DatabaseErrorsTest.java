package io.botledger.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseErrorsTest {
    /** H2 tells it in two ways. */
    @Test
    void whoHasTooLittleMemoryIsToldHowToGiveMore() {
        for (SQLException failure : List.of(
                new SQLException("Out of memory.; SQL statement:\nselect 'secret'", "90108", 90108),
                new SQLException("General error", "HY000", 50000, new OutOfMemoryError("Java heap space")))) {
            BotledgerException error = DatabaseErrors.translate("running a report", new IllegalStateException(failure));
            assertThat(error.code()).isEqualTo(ErrorCode.ENVIRONMENT);
            assertThat(error)
                    .hasMessage(
                            "running a report: out of memory; give Java more with BOTLEDGER_JAVA_OPTS=-Xmx1g (or the"
                                    + " like; for java -jar: -Xmx1g before it)");
        }
    }
}
