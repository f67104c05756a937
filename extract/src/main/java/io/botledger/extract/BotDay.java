package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import io.botledger.model.ExportFileName;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an export is made for: one bot, one day. Its bot id is safe as the name of a folder and as a header, since it is
 * checked here and nowhere else.
 *
 * @param botId the vendor's id: 1 to 100 letters, digits, {@code - _ .} of ASCII, beginning with a letter or digit, not
 *     ending with a dot, and no name that Windows keeps for devices
 * @param day the day (UTC) on which the conversations ended
 */
public record BotDay(String botId, LocalDate day) {
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?");
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final Pattern NUMBERED_DEVICE = Pattern.compile("(?:com|lpt)[0-9]");
    private static final int SHOWN_CHARACTERS = 40;

    /**
     * Checks the bot id.
     *
     * @throws BotledgerException USAGE if it is not of the form above
     */
    public BotDay {
        Objects.requireNonNull(day, "day");
        requireBotId(botId);
    }

    /**
     * Checks a bot id.
     *
     * @param botId never null
     * @throws BotledgerException USAGE if it is not of the form that {@link BotDay} tells
     */
    public static void requireBotId(String botId) {
        String device = botId.toLowerCase(Locale.ROOT).split("\\.", 2)[0];
        if (!SEGMENT.matcher(botId).matches()
                || DEVICES.contains(device)
                || NUMBERED_DEVICE.matcher(device).matches()) {
            throw new BotledgerException(
                    ErrorCode.USAGE,
                    "bot id \"" + shown(botId)
                            + "\": expected 1 to 100 letters, digits, '-', '_' or '.', the first a letter"
                            + " or digit, the last no '.', and no device name of Windows; copy the id from the vendor");
        }
    }

    /** The name of a file of this day. */
    ExportFileName file(long shard) {
        return new ExportFileName(botId, day, shard);
    }

    /** For messages: {@code bot 5f0a, 2024-05-07}. */
    @Override
    public String toString() {
        return "bot " + botId + ", " + day;
    }

    private static String shown(String botId) {
        String begin = botId.length() > SHOWN_CHARACTERS ? botId.substring(0, SHOWN_CHARACTERS) + "…" : botId;
        return begin.replaceAll("[^\\x20-\\x7e…]", "?");
    }
}
