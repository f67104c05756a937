package io.botledger.extract;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * How an organisation's Data Export API is reached. Immutable; made by {@link #builder()}.
 *
 * @param base address without a trailing slash; {@code https}, or {@code http} to this machine itself
 * @param version of the API
 * @param scheme what stands before the key in the {@code authorization} header; empty for the bare key, since
 *     {@code Bearer} was answered with 401 in 2026
 * @param ttlMinutes how long a signed URL is to live, 1 to 1,440
 * @param allowedHosts last labels of the hosts that signed URLs may lead to ({@code *} is any one label)
 * @param timeouts of one request
 * @param retries of a request
 * @param limits of an answer
 */
public record ApiSettings(
        URI base,
        ApiVersion version,
        String scheme,
        int ttlMinutes,
        List<String> allowedHosts,
        ApiTimeouts timeouts,
        ApiRetries retries,
        SourceLimits limits) {
    /** Checks that all is there; copies the list. */
    public ApiSettings {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(scheme, "scheme");
        allowedHosts = List.copyOf(allowedHosts);
        Objects.requireNonNull(timeouts, "timeouts");
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(limits, "limits");
    }

    /** The EU's base, version 3, the bare key, signed URLs for 60 minutes, and the defaults of the parts. */
    public static ApiSettingsBuilder builder() {
        return new ApiSettingsBuilder();
    }

    /** Whether all stays on this machine, as in tests. */
    boolean loopback() {
        return ApiBase.isLoopback(base);
    }
}
