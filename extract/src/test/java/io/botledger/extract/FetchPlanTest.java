package io.botledger.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FetchPlanTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 30);
    private static final FetchWindow WINDOW = FetchWindow.defaults();

    private final Map<BotDay, DayState> states = new HashMap<>();

    @Test
    void beginsWithTheWholeWindowOldestFirst() {
        FetchPlan plan = plan(List.of("b", "a"), WINDOW);
        List<BotDay> expected = new ArrayList<>();
        for (int back = 30; back >= 1; back--) {
            expected.add(new BotDay("b", TODAY.minusDays(back)));
            expected.add(new BotDay("a", TODAY.minusDays(back)));
        }
        assertThat(plan.toFetch()).isEqualTo(expected);
        assertThat(plan.missing()).hasSize(60);
    }

    @Test
    void readsTheLastThreeDaysAgain() {
        complete(30, 1, 0);
        assertThat(daysBack(plan(WINDOW))).containsExactly(3, 2, 1);
        assertThat(plan(WINDOW).missing()).isEmpty();
        assertThat(daysBack(plan(new FetchWindow(0, 30, Optional.empty(), Optional.empty()))))
                .isEmpty();
    }

    @Test
    void asksForEveryDaySinceTheLastRun() {
        complete(30, 8, 7);
        assertThat(daysBack(plan(WINDOW))).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void asksAgainForLostAndAbsentDaysInsideTheWindow() {
        complete(30, 1, 0);
        states.remove(day(20));
        states.put(day(25), state(DayStatus.ABSENT, 0));
        states.put(day(15), DayState.unchecked(DayStatus.PARTIAL));
        FetchPlan plan = plan(WINDOW);
        assertThat(daysBack(plan)).containsExactly(25, 20, 15, 3, 2, 1);
        assertThat(plan.missing())
                .containsExactly(
                        new MissingDay(day(25), DayStatus.ABSENT, 6),
                        new MissingDay(day(20), DayStatus.UNKNOWN, 11),
                        new MissingDay(day(15), DayStatus.PARTIAL, 16));
    }

    @Test
    void tellsTheLastChance() {
        complete(29, 1, 0);
        assertThat(plan(WINDOW).missing()).containsExactly(new MissingDay(day(30), DayStatus.UNKNOWN, 1));
    }

    @Test
    void countsTheDaysLeftFromWhatTheVendorKeepsHoweverFarTheWindowReaches() {
        complete(90, 1, 0);
        List.of(90, 31, 30, 24).forEach(back -> states.remove(day(back)));
        FetchPlan plan = plan(new FetchWindow(3, 90, Optional.empty(), Optional.empty()));
        assertThat(plan.missing())
                .containsExactly(
                        new MissingDay(day(90), DayStatus.UNKNOWN, 0),
                        new MissingDay(day(31), DayStatus.UNKNOWN, 0),
                        new MissingDay(day(30), DayStatus.UNKNOWN, 1),
                        new MissingDay(day(24), DayStatus.UNKNOWN, 7));
        assertThat(daysBack(plan)).containsExactly(90, 31, 30, 24, 3, 2, 1);
    }

    @Test
    void readsAgainWhatNobodyLookedAtSinceItCouldGrow() {
        complete(30, 1, 0);
        states.put(day(10), state(DayStatus.COMPLETE, 9));
        states.put(day(11), state(DayStatus.COMPLETE, 8));
        assertThat(daysBack(plan(WINDOW))).containsExactly(10, 3, 2, 1);
    }

    @Test
    void backfillsEveryDayBetweenAndNoOther() {
        complete(30, 1, 0);
        FetchWindow backfill = WINDOW.between(Optional.of(TODAY.minusDays(40)), Optional.of(TODAY.minusDays(38)));
        FetchPlan plan = plan(backfill);
        assertThat(daysBack(plan)).containsExactly(40, 39, 38);
        assertThat(plan.missing()).isEmpty();
        assertThat(daysBack(plan(WINDOW.between(Optional.of(TODAY.minusDays(2)), Optional.empty()))))
                .containsExactly(2, 1);
        assertThat(daysBack(plan(WINDOW.between(Optional.empty(), Optional.of(TODAY.minusDays(29))))))
                .containsExactly(30, 29);
    }

    @Test
    void movesNothingByABackfill() {
        states.put(day(1), state(DayStatus.COMPLETE, 0));
        assertThat(daysBack(plan(WINDOW))).hasSize(30);
    }

    @Test
    void refusesDaysThatAreNotOverAndNumbersOutOfRange() {
        assertThatThrownBy(() -> plan(WINDOW.between(Optional.empty(), Optional.of(TODAY))))
                .hasMessage("expected days up to 2024-06-29, the last that is over in UTC, found 2024-06-30;"
                        + " take an earlier day");
        assertThatThrownBy(() -> plan(WINDOW.between(Optional.of(TODAY), Optional.empty())))
                .hasMessageContaining("found 2024-06-30");
        assertThatThrownBy(() -> WINDOW.between(Optional.of(TODAY), Optional.of(TODAY.minusDays(1))))
                .hasMessage("from 2024-06-30 is after to 2024-06-29; exchange them");
        assertThatThrownBy(() -> new FetchWindow(-1, 30, Optional.empty(), Optional.empty()))
                .hasMessage("days to read again: expected 0 to 365, found -1");
        assertThatThrownBy(() -> new FetchWindow(1, 0, Optional.empty(), Optional.empty()))
                .hasMessage("days of the window: expected 1 to 3650, found 0");
    }

    @Test
    void endsDaysInUtc() {
        FakeTime time = new FakeTime();
        time.set("2024-05-31T23:59:59Z");
        assertThat(FetchWindow.today(time)).isEqualTo(LocalDate.of(2024, 5, 31));
    }

    private void complete(int from, int to, int checkedBack) {
        for (int back = from; back >= to; back--) {
            states.put(day(back), state(DayStatus.COMPLETE, checkedBack));
        }
    }

    private static DayState state(DayStatus status, int checkedBack) {
        return new DayState(
                status, Optional.of(TODAY.minusDays(checkedBack).atTime(23, 0).toInstant(ZoneOffset.UTC)), List.of());
    }

    private FetchPlan plan(FetchWindow window) {
        return plan(List.of("b"), window);
    }

    private FetchPlan plan(List<String> bots, FetchWindow window) {
        return FetchPlan.of(
                bots, window, TODAY, day -> states.getOrDefault(day, DayState.unchecked(DayStatus.UNKNOWN)));
    }

    private static BotDay day(int back) {
        return new BotDay("b", TODAY.minusDays(back));
    }

    private static List<Integer> daysBack(FetchPlan plan) {
        return plan.toFetch().stream()
                .map(day -> (int) ChronoUnit.DAYS.between(day.day(), TODAY))
                .toList();
    }
}
