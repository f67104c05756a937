package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botledger.db.Database;
import io.botledger.db.Dialect;
import io.botledger.db.TestDatabases;
import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ZoneRulesCheckTest {
    /** A zone that Java does not have by itself. */
    private static final class AddedZone extends ZoneRulesProvider {
        private final String id;
        private final ZoneRules rules;

        private AddedZone(String id, ZoneRules rules) {
            this.id = id;
            this.rules = rules;
        }

        /** Adds it for the whole of this JVM, once. */
        static void add(String id, ZoneRules rules) {
            if (!ZoneId.getAvailableZoneIds().contains(id)) {
                registerProvider(new AddedZone(id, rules));
            }
        }

        @Override
        protected Set<String> provideZoneIds() {
            return Set.of(id);
        }

        @Override
        protected ZoneRules provideRules(String zoneId, boolean forCaching) {
            return rules;
        }

        @Override
        protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
            return new TreeMap<>(Map.of("1", rules));
        }
    }

    private static void require(Database database, String zone) {
        database.jdbi().useHandle(handle -> ZoneRulesCheck.require(handle, ZoneId.of(zone)));
    }

    private static void refuses(Database database, String zone, String message) {
        assertThatThrownBy(() -> require(database, zone))
                .isInstanceOfSatisfying(
                        BotledgerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE))
                .hasMessage(message);
    }

    @Test
    void aZoneThatTheDatabaseUnderstandsOtherwiseIsRefused() {
        try (Database postgres = TestDatabases.migrated(Dialect.POSTGRESQL)) {
            // For PostgreSQL an abbreviation without summer time.
            refuses(
                    postgres,
                    "CET",
                    "this database and Java differ in the rules of the time zone CET: 2010-03-28T01:00:00Z is "
                            + "2010-03-28T02:00 for the database, 2010-03-28T03:00 for Java; bring the time zone data of "
                            + "both up to date");
        }
    }

    @Test
    void aZoneThatTheDatabaseDoesNotKnowIsRefused() {
        AddedZone.add("Test/New", ZoneId.of("Europe/Berlin").getRules());
        try (Database postgres = TestDatabases.migrated(Dialect.POSTGRESQL)) {
            refuses(
                    postgres,
                    "Test/New",
                    "this database does not know the time zone Test/New; bring its time zone data up to date");
        }
    }

    @Test
    void bothDatabasesKnowTheRulesOfUsualZones() {
        for (Dialect dialect : Dialect.values()) {
            try (Database database = TestDatabases.migrated(dialect)) {
                for (String zone : Set.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Etc/GMT+5")) {
                    assertThatCode(() -> require(database, zone)).doesNotThrowAnyException();
                }
            }
        }
    }

    /** PostgreSQL knows summer time by such names, Java does not know them. */
    @Test
    void aZoneWhoseClocksOnlyTheDatabasePutsForthIsRefused() {
        AddedZone.add("STD-1DST", ZoneRules.of(ZoneOffset.ofHours(1)));
        try (Database postgres = TestDatabases.migrated(Dialect.POSTGRESQL)) {
            refuses(
                    postgres,
                    "STD-1DST",
                    "this database and Java differ in the rules of the time zone STD-1DST: 2010-04-01T00:00:00Z is "
                            + "2010-04-01T02:00 for the database, 2010-04-01T01:00 for Java; bring the time zone data of "
                            + "both up to date");
        }
    }
}
