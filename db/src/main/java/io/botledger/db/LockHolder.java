package io.botledger.db;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who holds the right to write to a database. Prints as {@code load since 2026-03-01T10:20:30Z, process 123 on host}.
 *
 * @param command name of the command
 * @param since when it began, to the second
 * @param processId its process
 * @param host where that runs; "unknown" if the machine does not know its own name
 */
public record LockHolder(String command, Instant since, long processId, String host) {
    private static final Pattern FORM = Pattern.compile(
            "([a-z]{1,30}) since ([\\dTZ:-]{1,30}), process (\\d{1,18}) on ([\\w.:%-]{1,255})",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** Leaves fractions of the second out. */
    public LockHolder {
        since = since.truncatedTo(ChronoUnit.SECONDS);
    }

    /** This process. */
    public static LockHolder here(String command, Instant since) {
        return new LockHolder(command, since, ProcessHandle.current().pid(), hostName());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    /** What {@link #toString()} printed; empty for any other text. */
    static Optional<LockHolder> parse(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LockHolder(
                    found.group(1), Instant.parse(found.group(2)), Long.parseLong(found.group(3)), found.group(4)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The error for a run that found the right taken; the holder is empty where nobody can tell it. */
    public static BotledgerException busy(Optional<LockHolder> holder) {
        return new BotledgerException(
                ErrorCode.BUSY,
                "another run is at work on this database"
                        + holder.map(known -> ": " + known).orElse("") + "; wait for it to end, nothing was done");
    }

    @Override
    public String toString() {
        return command + " since " + since + ", process " + processId + " on " + host;
    }
}
