package io.botledger.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Tells the name of a file or variable from a secret that was pasted where the name belongs. A message shows only what
 * is a name beyond doubt: a short password of letters alone looks like one, so a name without any mark of a path is none.
 */
final class PlainName {
    private static final Pattern ENDING = Pattern.compile(".*[\\p{L}\\d_-]\\.[a-z][a-z0-9]{0,7}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[ ._-]+");

    /** No random-looking text: letters, then a few digits; or a date; or something as short as k8s. */
    private static final Pattern WORD = Pattern.compile(
            "(?=.{1,16}\\d{0,4}\\z)(?:(?:\\p{Lu}?\\p{Ll}{2,16}){1,3}|\\p{Lu}{1,16})\\d{0,4}|\\d{1,8}|[\\p{L}\\d]{1,3}");

    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*");
    private static final int VARIABLE_DIGITS = 4;

    private PlainName() {}

    /**
     * Whether a path may be shown.
     *
     * @param given as somebody wrote it: with a separator or an ending
     * @param path where that leads; folders that are there are no secret, whatever they look like
     */
    static boolean isPath(Path given, Path path) {
        boolean marked = given.getNameCount() > 1
                || given.isAbsolute()
                || ENDING.matcher(given.toString()).matches();
        Path missing = path.toAbsolutePath().normalize();
        while (marked && missing.getFileName() != null && !Files.exists(missing)) {
            marked = words(missing.getFileName().toString());
            missing = missing.getParent();
        }
        return marked;
    }

    /** Whether a variable's name may be shown: in capitals, of ordinary words, with few digits. */
    static boolean isVariable(String name) {
        return VARIABLE.matcher(name).matches()
                && words(name)
                && name.chars().filter(Character::isDigit).count() <= VARIABLE_DIGITS;
    }

    private static boolean words(String name) {
        return Arrays.stream(BETWEEN_WORDS.split(name))
                .filter(word -> !word.isEmpty())
                .allMatch(word -> WORD.matcher(word).matches());
    }
}
