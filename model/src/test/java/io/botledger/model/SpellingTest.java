package io.botledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void findsAKnownStatusInAnySpelling() {
        for (String spelling : List.of("botHandled", "bot_handled", "BOT_HANDLED", "Bot Handled", "bot-handled")) {
            assertThat(ConversationStatus.canonical(spelling)).isEqualTo("botHandled");
        }
        // An upper-case I must fold to i in every locale, Turkish included.
        assertThat(ConversationStatus.canonical("FAILED_ESCALATION")).isEqualTo("failedEscalation");
        assertThat(ConversationStatus.canonical("EMAIL")).isEqualTo("email");
        assertThat(LastResolution.canonical("INFORMED")).isEqualTo("informed");
    }

    @Test
    void keepsUnknownNamesAsTheyAre() {
        assertThat(ConversationStatus.canonical("Handed To Sales")).isEqualTo("Handed To Sales");
        assertThat(LastResolution.canonical("")).isEmpty();
        assertThat(LastResolution.canonical(null)).isNull();
    }
}
