package io.botledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsTest {
    private static final String ROWS = "insert into botledger.talks values (1, 'a', null), (2, '', 'b')";

    private static Contents hashed(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.execute("create schema botledger");
            statement.execute("create table botledger.talks (talk_key bigint, topic varchar, mood varchar)");
            statement.execute("create table botledger.schema_history (version bigint)");
            statement.execute("create view botledger.moods as select mood from botledger.talks");
            for (String sql : statements) {
                statement.execute(sql);
            }
            return Contents.hashed(connection, H2Database::hash);
        }
    }

    @Test
    void sameRowsAreTheSameInAnyOrder() throws SQLException {
        Contents contents = hashed(ROWS);
        contents.requireSame(
                hashed("insert into botledger.talks values (2, '', 'b'), (1, 'a', null)"), "the other way round");
        assertThat(contents.rows("talks")).isEqualTo(2);
    }

    @Test
    void countsDataTablesAlone() throws SQLException {
        assertThat(hashed(ROWS, "insert into botledger.schema_history values (1)")
                        .rows())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update botledger.talks set topic = null where talk_key = 2",
                "update botledger.talks set topic = 'A' where talk_key = 1",
                "update botledger.talks set topic = null, mood = 'a' where talk_key = 1",
                "delete from botledger.talks where talk_key = 1",
                "insert into botledger.talks select * from botledger.talks",
            })
    void otherRowsStopTheBench(String change) throws SQLException {
        Contents expected = hashed(ROWS);
        Contents other = hashed(ROWS, change);
        assertThatThrownBy(() -> expected.requireSame(other, "the limit"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the limit left other rows than expected: {talks=");
    }

    @Test
    void tellsAFileForEachTable() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.execute("create schema botledger");
            statement.execute("create table botledger.talks (talk_key bigint, topic varchar)");
            assertThat(DataTable.all(connection)).singleElement().satisfies(table -> {
                assertThat(table.columnList()).isEqualTo("talk_key, topic");
                assertThat(table.file(Path.of("dumps"))).isEqualTo(Path.of("dumps", "talks.rows"));
            });
        }
    }
}
