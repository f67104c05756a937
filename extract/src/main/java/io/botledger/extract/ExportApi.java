package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The Data Export API of one organisation: signed URLs by POST, then plain GETs without any key.
 *
 * <p>Every method throws {@link BotledgerException}: SOURCE if the API is unavailable or refuses (the message tells bot,
 * day, what was expected and found, and what to do), INTERRUPTED if the thread was. No message and no cause holds the key or
 * a signed URL. For any thread.
 */
public final class ExportApi {
    private final ApiSettings settings;
    private final String organizationId;
    private final SignedUrlRequest request;
    private final SignedUrlGate gate;
    private final ApiTransport transport;
    private final ApiTiming timing;

    /**
     * Connects to nothing yet.
     *
     * @param settings never null
     * @param organizationId the vendor's id of the organisation; printable ASCII without blanks
     * @param key the organisation's API key; never null
     * @param clock what {@code Retry-After} dates are compared with; never null
     * @throws BotledgerException USAGE if the organisation's id is not of that form
     */
    public ExportApi(ApiSettings settings, String organizationId, Secret key, Clock clock) {
        this(settings, organizationId, key, ApiTiming.system(clock));
    }

    ExportApi(ApiSettings settings, String organizationId, Secret key, ApiTiming timing) {
        requireOrganizationId(organizationId);
        this.settings = Objects.requireNonNull(settings, "settings");
        this.organizationId = organizationId;
        this.timing = timing;
        transport = new ApiTransport(settings.timeouts());
        gate = new SignedUrlGate(settings);
        request = new SignedUrlRequest(settings, organizationId, Objects.requireNonNull(key, "key"), transport, timing);
    }

    /**
     * Checks an organization's id.
     *
     * @param organizationId never null
     * @throws BotledgerException USAGE if it is not 1 to 200 characters of printable ASCII without blanks; the message does
     *     not quote it
     */
    public static void requireOrganizationId(String organizationId) {
        if (!organizationId.matches("[\\x21-\\x7e]{1,200}")) {
            throw new BotledgerException(
                    ErrorCode.USAGE,
                    "organization id: expected 1 to 200 printable characters without blanks; copy the id from the vendor");
        }
    }

    /**
     * Asks for a day's signed URLs and fetches nothing: proves base, key, organisation and bot.
     *
     * @param day never null
     * @return how many files the day has; empty if there is no export of it (404, or an empty list)
     */
    public OptionalInt check(BotDay day) {
        return open(day).map(files -> OptionalInt.of(files.shards().size())).orElseGet(OptionalInt::empty);
    }

    /** The files of a day; empty if there is no export of it. */
    Optional<ApiDay> open(BotDay day) {
        Optional<List<String>> urls = request.send(day);
        return urls.map(listed -> new ApiDay(day, listed, request, gate, transport, timing));
    }

    String organizationId() {
        return organizationId;
    }

    ApiSettings settings() {
        return settings;
    }

    ApiTiming timing() {
        return timing;
    }
}
