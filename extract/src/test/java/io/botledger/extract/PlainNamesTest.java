package io.botledger.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainNamesTest {
    private static void keep(PlainNames names, String text) {
        byte[] literal = Reading.utf8(text + "\"");
        names.keep(text, literal, 0, literal.length);
    }

    private static String take(PlainNames names, String text) {
        byte[] literal = Reading.utf8(text + "\"");
        return names.take(literal, 0, literal.length);
    }

    @Test
    void expectsTheNameThatCameBehindTheLastOneTheLastTime() {
        PlainNames names = new PlainNames();
        for (String text : List.of("a", "b", "c")) {
            assertThat(take(names, text)).isNull();
            keep(names, text);
        }
        assertThat(take(names, "a")).isEqualTo("a");
        assertThat(names.expected()).isEqualTo(Reading.utf8("b\""));
        assertThat(names.takeExpected()).isEqualTo("b");
        assertThat(names.takeExpected()).isEqualTo("c");
        assertThat(names.takeExpected()).isEqualTo("a");
    }

    @Test
    void namesThatGaveTheirPlaceAwayAreNotKept() {
        PlainNames names = new PlainNames();
        List<WeakReference<String>> kept = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String text = "name " + i;
            keep(names, text);
            kept.add(new WeakReference<>(text));
        }
        System.gc();
        assertThat(kept.stream().filter(name -> name.get() != null).count()).isBetween(1L, 1_025L);
        assertThat(names.takeExpected()).isEqualTo("name 19999");
    }
}
