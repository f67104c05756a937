package io.botledger.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BotDayTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 31);
    private static final String EXPECTED = "expected 1 to 100 letters, digits, '-', '_' or '.', the first a letter"
            + " or digit, the last no '.', and no device name of Windows; copy the id from the vendor";

    @Test
    void takesIds() {
        for (String id :
                List.of("5f3c9a1be4b0d7a2c8e61f04", "a", "My_Bot-2.b", "x_", "console", "com10", "a".repeat(100))) {
            assertThatCode(() -> new BotDay(id, DAY)).as(id).doesNotThrowAnyException();
        }
        assertThat(new BotDay("a", DAY)).hasToString("bot a, 2024-05-31");
    }

    @Test
    void refusesWhatIsNoSafeNameOfAFolder() {
        for (String id : List.of(
                "", ".", "..", "../x", "..\\x", "/etc", "C:", "C:\\x", "a/b", "a\\b", ".hidden", "-x", "a.", "a b",
                "a\n", "con", "NUL", "Aux.txt", "com1", "LPT9.x", "%2e%2e", "~", "a:b", "a*")) {
            assertThatThrownBy(() -> new BotDay(id, DAY))
                    .as(id)
                    .hasMessage("bot id \"" + id.replace('\n', '?') + "\": " + EXPECTED);
        }
    }

    @Test
    void showsHostileIdsInShort() {
        assertThatThrownBy(() -> new BotDay("ü\u202e\u0000x", DAY)).hasMessage("bot id \"???x\": " + EXPECTED);
        assertThatThrownBy(() -> new BotDay("a".repeat(101), DAY))
                .hasMessage("bot id \"" + "a".repeat(40) + "…\": " + EXPECTED);
    }
}
