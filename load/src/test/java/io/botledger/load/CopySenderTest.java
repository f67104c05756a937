package io.botledger.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CopySenderTest {
    /** A connection that fails with this whatever it is asked for. */
    private static Connection failingWith(Throwable failure) {
        return (Connection) Proxy.newProxyInstance(
                CopySenderTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    throw failure;
                });
    }

    @Test
    void whatTheSenderFailsWithComesOutAsItIs() throws SQLException {
        for (Throwable failure : new Throwable[] {
            new OutOfMemoryError("made up"), new IllegalStateException("made up"), new SQLException("made up")
        }) {
            try (CopySender sender = new CopySender(failingWith(failure))) {
                sender.send(TargetTable.ETL_REJECTS, new CopyBuffer());
                assertThatThrownBy(sender::await).isSameAs(failure);
                sender.await();
                sender.send(TargetTable.ETL_REJECTS, new CopyBuffer());
                assertThatThrownBy(() -> sender.send(TargetTable.ETL_REJECTS, new CopyBuffer()))
                        .isSameAs(failure);
            }
        }
    }

    @Test
    void theConnectionIsFreeAfterRowsThatWereRefused() throws SQLException {
        try (Database database = TestDatabases.migrated(Dialect.POSTGRESQL);
                Connection connection = database.connection();
                CopySender sender = new CopySender(connection)) {
            CopyBuffer row = new CopyBuffer();
            row.putShort(1);
            row.putNull();
            sender.send(TargetTable.CONVERSATION_LABELS, row);
            assertThatThrownBy(sender::await)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("22P04"));
            sender.send(TargetTable.CONVERSATION_LABELS, new CopyBuffer());
            sender.await();
        }
    }
}
