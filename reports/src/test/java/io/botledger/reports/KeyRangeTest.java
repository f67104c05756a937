package io.botledger.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyRangeTest {
    @Test
    void portionsHoldEachKeyOnce() {
        assertThat(new KeyRange(20, 29).portions(4))
                .containsExactly(new KeyRange(20, 23), new KeyRange(24, 27), new KeyRange(28, 29));
        assertThat(new KeyRange(20, 27).portions(4)).containsExactly(new KeyRange(20, 23), new KeyRange(24, 27));
    }

    @Test
    void aPortionMayBeLargerThanTheWhole() {
        assertThat(new KeyRange(20, 29).portions(Long.MAX_VALUE)).containsExactly(new KeyRange(20, 29));
    }

    @Test
    void noKeysAreNoPortions() {
        assertThat(new KeyRange(1, 0).portions(4)).isEmpty();
    }
}
