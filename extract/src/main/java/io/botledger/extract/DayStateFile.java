package io.botledger.extract;

import io.botledger.model.ExportDay;
import io.botledger.model.ExportFileName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The hidden file with the state of a day, in the day's folder. */
final class DayStateFile {
    static final String NAME = ".day.json";

    private static final String FORMAT = "1";

    private DayStateFile() {}

    /** What a day's folder says of it; empty if it says nothing that can be read, or names files that are gone. */
    static Optional<DayState> read(Path folder) {
        return LandingJson.read(folder.resolve(NAME))
                .flatMap(DayStateFile::parse)
                .filter(state -> state.files().stream().allMatch(file -> Files.isRegularFile(folder.resolve(file))));
    }

    /** The same with the bot and the day, which the folder's path {@code <bot>/<day>} tells; empty if it does not. */
    static Optional<ExportDay> readDay(Path folder) {
        Path day = folder.getFileName();
        Path bot = folder.getParent() == null ? null : folder.getParent().getFileName();
        if (bot == null || day == null) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(day.toString());
            return read(folder).flatMap(state -> exportDay(bot.toString(), date, state));
        } catch (DateTimeException otherFolder) {
            return Optional.empty();
        }
    }

    private static Optional<ExportDay> exportDay(String botId, LocalDate date, DayState state) {
        return switch (state.status()) {
            case ABSENT -> state.checkedAt().map(at -> new ExportDay(botId, date, ExportDay.State.ABSENT, at));
            case COMPLETE -> state.checkedAt().map(at -> new ExportDay(botId, date, ExportDay.State.COMPLETE, at));
            case UNKNOWN, PARTIAL -> Optional.empty();
        };
    }

    private static Optional<DayState> parse(LandingJson json) {
        try {
            if (!json.text("format").equals(Optional.of(FORMAT))) {
                return Optional.empty();
            }
            DayStatus status = DayStatus.valueOf(json.text("status").orElseThrow());
            Instant checkedAt = Instant.parse(json.text("checked_at").orElseThrow());
            boolean named = json.list("files").stream()
                    .allMatch(name -> ExportFileName.parse(name).isPresent());
            return named
                    ? Optional.of(new DayState(status, Optional.of(checkedAt), json.list("files")))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException | NoSuchElementException damaged) {
            return Optional.empty();
        }
    }

    /** What is to be written of a day. */
    static byte[] bytes(DayStatus status, Instant checkedAt, List<String> files) {
        return new LandingJson()
                .put("format", FORMAT)
                .put("status", status)
                .put("checked_at", checkedAt)
                .putList("files", files)
                .bytes();
    }
}
