package io.botledger.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days of a range that lack a file of a bot: one that is missing, could not be loaded or is awaited.
 *
 * @param length how many days the range has
 * @param days those that lack a file
 * @param files the days (UTC) of the files
 * @param bots how many bots have such days
 * @param ofBots how many bots there are
 */
record UnloadedDays(long length, DayRuns days, DayRuns files, int bots, int ofBots) {
    /** Those from a first to a last day, for the bots that were known by then; none if the last is the earlier one. */
    static UnloadedDays of(Collection<BotDays> bots, LocalDate first, LocalDate last, FileDays fileDays) {
        List<BotDays> known =
                bots.stream().filter(bot -> !bot.first().isAfter(last)).toList();
        LocalDate unknown = known.stream()
                .map(bot -> bot.last().plusDays(2))
                .max(Comparator.naturalOrder())
                .filter(day -> !day.isAfter(last))
                .orElse(last.plusDays(1));
        UnloadedDays upTo = lookedUp(known, first, unknown, fileDays);
        return unknown.isAfter(last) ? upTo : upTo.and(first.isAfter(unknown) ? first : unknown, last, fileDays);
    }

    /** Those before an end, each looked up for each bot. */
    private static UnloadedDays lookedUp(List<BotDays> bots, LocalDate first, LocalDate end, FileDays fileDays) {
        TreeSet<LocalDate> days = new TreeSet<>();
        TreeSet<LocalDate> files = new TreeSet<>();
        Set<BotDays> concerned = new HashSet<>();
        for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
            List<LocalDate> needed = fileDays.of(day).toList();
            for (BotDays bot : bots) {
                List<LocalDate> unloaded = bot.unloaded(day, needed);
                if (!unloaded.isEmpty()) {
                    days.add(day);
                    files.addAll(unloaded);
                    concerned.add(bot);
                }
            }
        }
        long length = Math.max(ChronoUnit.DAYS.between(first, end), 0);
        return new UnloadedDays(length, DayRuns.of(days), DayRuns.of(files), concerned.size(), bots.size());
    }

    /** These and the days behind all that is known, which no file of any bot reaches: there may be very many. */
    private UnloadedDays and(LocalDate first, LocalDate last, FileDays fileDays) {
        return new UnloadedDays(
                length + ChronoUnit.DAYS.between(first, last) + 1,
                days.and(first, last),
                files.and(fileDays.first(first), fileDays.last(last)),
                ofBots,
                ofBots);
    }

    /** What to be warned of; empty if no day lacks a file. */
    Optional<String> warning() {
        return days.count() == 0 ? Optional.empty() : Optional.of(text());
    }

    private String text() {
        boolean one = days.count() == 1;
        String theirFiles = files.equals(days) ? (one ? "its" : "their") + " files" : "the files of " + files;
        return "of " + length + (length == 1 ? " day, " : " days, ") + days.count() + (one ? " is" : " are")
                + " not wholly loaded (" + bots + " of " + ofBots + (ofBots == 1 ? " bot: " : " bots: ") + days
                + "): the figures lack conversations of " + (one ? "this day" : "these days") + "; load " + theirFiles
                + " (botledger report coverage tells what is missing) and run this again";
    }
}
