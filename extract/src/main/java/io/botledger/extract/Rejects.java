package io.botledger.extract;

import io.botledger.model.Reject;
import io.botledger.model.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rejects of the record at work, in the order they were found. Beyond {@link #MAX_LISTED} they are only counted, and
 * pointers are shortened, so that a hostile record can't fill the memory.
 */
final class Rejects {
    static final int MAX_LISTED = 1_000;
    private static final int MAX_POINTER_LENGTH = 1_000;
    private static final Pattern NOT_A_FIELD_NAME = Pattern.compile("/(?![\\p{L}\\p{N}_.$~-]{1,64}(?:/|\\z))[^/]*");

    private final List<Reject> rejects = new ArrayList<>();
    private int found;
    private RejectReason firstUnlisted;

    void clear() {
        backTo(0);
    }

    boolean isEmpty() {
        return rejects.isEmpty();
    }

    /** The rejects; the last one tells of those that are not listed. */
    List<Reject> all() {
        if (found == rejects.size()) {
            return List.copyOf(rejects);
        }
        List<Reject> all = new ArrayList<>(rejects);
        String message = "expected at most " + MAX_LISTED + " rejects in a record, found " + found
                + "; the others are not listed";
        all.add(new Reject(Reject.Kind.VALUE, "", firstUnlisted, message));
        return all;
    }

    /** The first reject of a member of the record, whatever the case of its name. */
    Optional<Reject> ofMember(String lowerCaseName) {
        String pointer = "/" + lowerCaseName;
        return rejects.stream()
                .filter(reject -> reject.pointer().toLowerCase(Locale.ROOT).equals(pointer))
                .findFirst();
    }

    void value(String pointer, RejectReason reason, String message) {
        found++;
        if (rejects.size() < MAX_LISTED) {
            rejects.add(new Reject(Reject.Kind.VALUE, storable(pointer), reason, message));
        } else if (firstUnlisted == null) {
            firstUnlisted = reason;
        }
    }

    /** Rejects the record as a whole; what was wrong with its values does not count any more. */
    void record(String pointer, RejectReason reason, String message) {
        clear();
        found++;
        rejects.add(new Reject(Reject.Kind.RECORD, pointer, reason, message));
    }

    /** A place to come back to. */
    int mark() {
        return found;
    }

    /** Forgets what was found since the mark. */
    void backTo(int mark) {
        found = mark;
        if (mark <= rejects.size()) {
            rejects.subList(mark, rejects.size()).clear();
            firstUnlisted = null;
        }
    }

    /** Names that are not written like those of fields may be text of the conversation, and are left out. */
    private static String storable(String pointer) {
        String shown = NOT_A_FIELD_NAME.matcher(pointer).replaceAll("/…");
        return shown.length() <= MAX_POINTER_LENGTH ? shown : shown.substring(0, MAX_POINTER_LENGTH) + "…";
    }
}
