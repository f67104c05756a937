package io.botledger.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RejectLimitTest {
    @Test
    void aCountAllowsThatManyRecords() {
        RejectLimit limit = RejectLimit.parse("2");
        assertThat(limit.exceededBy(2, 3)).isFalse();
        assertThat(limit.exceededBy(3)).isTrue();
        assertThat(limit).hasToString("2");
    }

    @Test
    void aPercentageAllowsThatPartOfTheFile() {
        RejectLimit limit = RejectLimit.parse("2.5%");
        assertThat(limit.exceededBy(1_000_000)).isFalse();
        assertThat(limit.exceededBy(25, 1_000)).isFalse();
        assertThat(limit.exceededBy(26, 1_000)).isTrue();
        assertThat(limit).hasToString("2.5%");
        assertThat(RejectLimit.parse("0%").exceededBy(0, 0)).isFalse();
        assertThat(RejectLimit.NONE.exceededBy(5, 5)).isFalse();
    }

    @Test
    void refusesOtherForms() {
        for (String text : new String[] {"", "-1", "101%", "5 %", "1e3", "%"}) {
            assertThatThrownBy(() -> RejectLimit.parse(text))
                    .hasMessage("expected a count (1000) or a percentage (5%) of records, found " + text);
        }
    }
}
