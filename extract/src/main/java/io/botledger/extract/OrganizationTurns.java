package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The days of one organization that wait to be asked for, and whether it is of any use to ask. For any thread.
 *
 * <p>After 3 days in a row of which the source was unavailable the organization is given up, at once if there was no
 * connection to the API. If somebody answered, it may be a matter of one bot, or of the oldest days, which come first; as
 * every run begins with these, giving up then would keep all others from ever being fetched. So the newest days are tried
 * before, those of bots that did not fail yet first. "In a row" goes by the time at which days end, since several are under
 * way at once.
 */
final class OrganizationTurns {
    private static final int ENOUGH = 3;
    private static final String UNAVAILABLE = "the source was unavailable for several days in a row; run again later";
    private static final String KEY_REFUSED =
            "the API key was refused for several bots; put a valid one in its place, then run again";

    private final String organizationId;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final List<Turn> unasked = new ArrayList<>();
    private final Set<String> refusedBots = new HashSet<>();
    private final Set<String> keyRefusals = new HashSet<>();
    private final Set<String> unavailableBots = new HashSet<>();
    private int unavailable;
    private String givenUp;

    OrganizationTurns(String organizationId) {
        this.organizationId = organizationId;
    }

    /**
     * A day whose turn it is.
     *
     * @param index its place in the plan
     * @param trial whether it is asked for to find out if the source is of use at all
     */
    record Turn(int index, BotDay day, boolean trial) {}

    synchronized void add(int index, BotDay day) {
        waiting.add(new Turn(index, day, false));
    }

    /** Takes a day; may be called as often as days were added. */
    synchronized Turn next() {
        if (givenUp != null || unavailable < ENOUGH) {
            return waiting.remove();
        }
        Turn turn = newest(this::isUntried)
                .or(() -> newest(other -> !refusedBots.contains(other.day().botId())))
                .orElseGet(waiting::getFirst);
        waiting.removeLastOccurrence(turn);
        return new Turn(turn.index(), turn.day(), true);
    }

    /** Why the day is not to be asked for; empty if it is. */
    synchronized Optional<BotledgerException> refusal(Turn turn) {
        BotDay day = turn.day();
        if (givenUp != null) {
            unasked.add(turn);
            return Optional.of(new BotledgerException(ErrorCode.SOURCE, day + ": not asked for: " + givenUp));
        }
        return refusedBots.contains(day.botId())
                ? Optional.of(new BotledgerException(
                        ErrorCode.SOURCE,
                        day + ": not asked for, since another day of this bot was refused; see there"))
                : Optional.empty();
    }

    /** Draws the conclusions of a day that was asked for. */
    synchronized void finished(Turn turn, BotDayResult result) {
        BotledgerException error = result.error().orElse(null);
        if (error instanceof UnavailableException failure) {
            unavailable++;
            unavailableBots.add(turn.day().botId());
            boolean nobody = !failure.connected() && result.files() == 0;
            boolean triedAll = turn.trial() && newest(this::isUntried).isEmpty();
            if (unavailable >= ENOUGH && (nobody || triedAll)) {
                givenUp = UNAVAILABLE;
            }
            return;
        }
        unavailable = 0;
        unavailableBots.clear();
        if (error instanceof RefusedException refusal) {
            refused(turn.day().botId(), refusal.keyRefused());
        } else {
            keyRefusals.clear();
        }
    }

    /** What was not asked for; empty if the organization was not given up, or nothing was left by then. */
    synchronized Optional<Unasked> unasked() {
        List<BotDay> days = unasked.stream()
                .sorted(Comparator.comparingInt(Turn::index))
                .map(Turn::day)
                .toList();
        return days.isEmpty() ? Optional.empty() : Optional.of(new Unasked(organizationId, days, givenUp));
    }

    private void refused(String botId, boolean keyRefused) {
        refusedBots.add(botId);
        if (!keyRefused) {
            keyRefusals.clear();
            return;
        }
        keyRefusals.add(botId);
        if (keyRefusals.size() >= ENOUGH) {
            givenUp = KEY_REFUSED;
        }
    }

    private boolean isUntried(Turn turn) {
        String botId = turn.day().botId();
        return !unavailableBots.contains(botId) && !refusedBots.contains(botId);
    }

    private Optional<Turn> newest(Predicate<Turn> wanted) {
        for (Iterator<Turn> turns = waiting.descendingIterator(); turns.hasNext(); ) {
            Turn turn = turns.next();
            if (wanted.test(turn)) {
                return Optional.of(turn);
            }
        }
        return Optional.empty();
    }
}
