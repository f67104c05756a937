package io.botledger.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is known of the days of a bot, by the files that they need. */
final class BotDays {
    private final TreeMap<LocalDate, FileState> files = new TreeMap<>();

    /** Takes in what is known of the file of a day (UTC); what is worse than what was known before holds. */
    void add(LocalDate day, FileState state) {
        files.merge(day, state, FileState::or);
    }

    /** The first day (UTC) that is known of the bot. */
    LocalDate first() {
        return files.firstKey();
    }

    /** The last day (UTC) that is known of the bot. */
    LocalDate last() {
        return files.lastKey();
    }

    /** The last day (UTC) of which there is a file, loaded or not. */
    Optional<LocalDate> lastFile() {
        return files.descendingMap().entrySet().stream()
                .filter(file -> file.getValue().isThere())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What is known of the file of a day; behind the days that are known it is missing. */
    FileState file(LocalDate day) {
        FileState unknown = day.isBefore(first()) ? FileState.NOT_YET : FileState.MISSING;
        return files.getOrDefault(day, unknown);
    }

    /** The worst of the files that a day needs; a day before the first that is known is nobody's loss. */
    private FileState day(LocalDate day, FileDays fileDays) {
        return day.isBefore(first())
                ? FileState.NOT_YET
                : fileDays.of(day).map(this::file).reduce(FileState.ABSENT, FileState::or);
    }

    /** The files that a day lacks, of those that it needs; a day before the first that is known lacks none. */
    List<LocalDate> unloaded(LocalDate day, List<LocalDate> needed) {
        return day.isBefore(first())
                ? List.of()
                : needed.stream().filter(file -> file(file).isUnloaded()).toList();
    }

    /** The letters of the files of some days. */
    String files(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .map(day -> String.valueOf(file(day).letter()))
                .collect(Collectors.joining());
    }

    /** The letters of some days; one whose file is awaited is missing. */
    String days(LocalDate first, LocalDate last, FileDays fileDays) {
        return first.datesUntil(last.plusDays(1))
                .map(day -> day(day, fileDays))
                .map(state -> state == FileState.AWAITED ? FileState.MISSING : state)
                .map(state -> String.valueOf(state.letter()))
                .collect(Collectors.joining());
    }
}
