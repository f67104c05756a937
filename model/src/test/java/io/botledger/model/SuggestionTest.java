package io.botledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final List<String> NAMES =
            List.of("bot", "from", "to", "v2", "window_days", "exclude_test", "conversation_intents");

    private static String suggestion(String typed) {
        return Suggestion.didYouMean(typed, NAMES);
    }

    @Test
    void namesWhatIsClose() {
        assertThat(suggestion("bott")).isEqualTo("; did you mean bot?");
        assertThat(suggestion("form")).isEqualTo("; did you mean from?");
        assertThat(suggestion("v4")).isEqualTo("; did you mean v2?");
        assertThat(suggestion("windowdays")).isEqualTo("; did you mean window_days?");
        assertThat(suggestion("exlude_tset")).isEqualTo("; did you mean exclude_test?");
        assertThat(suggestion("conversations_intent")).isEqualTo("; did you mean conversation_intents?");
    }

    @Test
    void namesNothingThatHasLittleInCommon() {
        for (String typed : List.of("by", "x", "", "day", "window", "nonsense")) {
            assertThat(suggestion(typed)).as(typed).isEmpty();
        }
    }
}
