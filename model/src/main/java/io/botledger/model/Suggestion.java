package io.botledger.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * {@code "; did you mean …?"} with the closest of the names; empty where none is close. Of short names half the
     * characters must be right: {@code by} is not {@code bot}.
     */
    public static String didYouMean(String typed, Collection<String> names) {
        Optional<String> closest = names.stream()
                .filter(name -> isClose(typed, name))
                .min(Comparator.comparingInt((String name) -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()));
        return closest.map(name -> "; did you mean " + name + "?").orElse("");
    }

    private static boolean isClose(String typed, String name) {
        int distance = distance(typed, name);
        return distance <= Math.max(2, name.length() / 4) && 2 * distance <= Math.max(typed.length(), name.length());
    }

    /** Levenshtein's distance: how many characters must be put in, taken out or replaced. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
