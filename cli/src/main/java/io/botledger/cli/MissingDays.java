package io.botledger.cli;

import io.botledger.extract.DayStatus;
import io.botledger.extract.FetchPlan;
import io.botledger.extract.MissingDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Days of the window that the landing folder lacks, as lines for a person: those about to be lost are warned of. */
final class MissingDays {
    /** The vendor deletes a day after 30: a week is left to find out why it does not come. */
    private static final int SOON_DAYS = 7;

    private static final int SHOWN_DAYS = 5;

    private final Map<String, List<MissingDay>> byBot = new LinkedHashMap<>();
    private final Map<String, List<MissingDay>> absentByBot = new LinkedHashMap<>();

    MissingDays(FetchPlan plan) {
        for (MissingDay missing : plan.missing()) {
            Map<String, List<MissingDay>> days = missing.status() == DayStatus.ABSENT ? absentByBot : byBot;
            days.computeIfAbsent(missing.day().botId(), unused -> new ArrayList<>())
                    .add(missing);
        }
    }

    /** One warning for each bot of which days are about to be lost. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        byBot.forEach((bot, missing) -> {
            List<MissingDay> soon = missing.stream()
                    .filter(day -> day.daysLeft() > 0 && day.daysLeft() <= SOON_DAYS)
                    .toList();
            if (!soon.isEmpty()) {
                warnings.add("bot " + bot + ": not fetched yet, and deleted by the vendor soon: "
                        + listed(soon, MissingDays::withDaysLeft) + "; botledger run asks again");
            }
        });
        return warnings;
    }

    /** What else is to be known. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        byBot.forEach((bot, missing) -> notes.add("Not fetched yet of " + bot + ": "
                + listed(missing, day -> day.day().day().toString())));
        absentByBot.forEach((bot, absent) -> notes.add("No export so far of " + bot + ": "
                + listed(absent, day -> day.day().day().toString()) + " (asked again while the vendor may have it)"));
        return notes;
    }

    private static String listed(List<MissingDay> days, Function<MissingDay, String> text) {
        List<String> shown = days.stream().limit(SHOWN_DAYS).map(text).toList();
        return String.join(", ", shown)
                + (days.size() > SHOWN_DAYS ? " and " + Texts.count(days.size() - SHOWN_DAYS, "more day") : "");
    }

    private static String withDaysLeft(MissingDay missing) {
        LocalDate day = missing.day().day();
        return day
                + (missing.daysLeft() == 1 ? " (today)" : " (in " + Texts.count(missing.daysLeft() - 1L, "day") + ")");
    }
}
