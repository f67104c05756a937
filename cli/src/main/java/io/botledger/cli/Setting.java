package io.botledger.cli;

import io.botledger.model.BotledgerException;
import io.botledger.model.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One value that was given. What reads it tells {@code problems} if it is wrong, and gives nothing then.
 *
 * @param place where it was given
 * @param text as it was given, not blank
 * @param problems where to tell what is wrong
 */
record Setting(Place place, String text, ConfigurationProblems problems) {
    private static final int SHOWN_CHARACTERS = 40;

    /** The value is wrong. */
    <T> Optional<T> refuse(String message) {
        problems.add(place, message);
        return Optional.empty();
    }

    /** A whole number within a range. */
    Optional<Integer> integer(int least, int most) {
        if (text.matches("-?[0-9]{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return Optional.of(value);
            }
        }
        return refuse("expected " + least + " to " + most + ", found " + shown(text));
    }

    /** One of an enumeration's names, in lower case. */
    <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return name(names).map(name -> type.getEnumConstants()[names.indexOf(name)]);
    }

    /** One of some names. */
    Optional<String> name(List<String> names) {
        return names.contains(text)
                ? Optional.of(text)
                : refuse("expected one of " + String.join(", ", names) + ", found " + shown(text)
                        + Suggestion.didYouMean(text, names));
    }

    /** What a parser makes of it; its message must not tell a secret. */
    <T> Optional<T> parsed(Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (BotledgerException wrong) {
            return refuse(wrong.getMessage());
        }
    }

    /** A text of somebody else's for a message: short, on one line. */
    static String shown(String text) {
        String begin = text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text;
        return begin.replaceAll("\\p{Cntrl}", "?");
    }
}
