package io.botledger.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Finds the one spelling of a known name: case, spaces, hyphens and underscores do not count. */
final class Spelling {
    private final Map<String, String> canonicalNames = new HashMap<>();

    private Spelling() {}

    static <E> Spelling of(E[] values, Function<E, String> name) {
        Spelling spelling = new Spelling();
        for (E value : values) {
            String canonical = name.apply(value);
            spelling.canonicalNames.put(canonical, canonical);
            spelling.canonicalNames.put(folded(canonical), canonical);
        }
        return spelling;
    }

    String canonical(String exported) {
        if (exported == null) {
            return null;
        }
        String exact = canonicalNames.get(exported);
        return exact != null ? exact : canonicalNames.getOrDefault(folded(exported), exported);
    }

    private static String folded(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != ' ' && c != '_' && c != '-') {
                letters.append(c);
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
