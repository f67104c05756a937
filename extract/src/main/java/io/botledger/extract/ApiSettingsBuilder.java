package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** Makes {@link ApiSettings}; what is not set keeps its default. Values are checked when they are set. For one thread. */
public final class ApiSettingsBuilder {
    private static final int DEFAULT_TTL_MINUTES = 60;
    private static final int MAX_TTL_MINUTES = 1_440;

    private URI base = ApiBase.parse("eu");
    private ApiVersion version = ApiVersion.V3;
    private String scheme = "";
    private int ttlMinutes = DEFAULT_TTL_MINUTES;
    private List<String> allowedHosts = ApiHosts.DEFAULTS;
    private ApiTimeouts timeouts = ApiTimeouts.defaults();
    private ApiRetries retries = ApiRetries.defaults();
    private SourceLimits limits = SourceLimits.defaults();

    ApiSettingsBuilder() {}

    /**
     * Where the API is.
     *
     * @param text {@code eu}, {@code us}, {@code subdomain: NAME} (of zendesk.com) or an address
     * @throws BotledgerException USAGE if it is none of these, or not https and not this machine
     */
    public ApiSettingsBuilder base(String text) {
        base = ApiBase.parse(text);
        return this;
    }

    /** The version of the API; default 3. */
    public ApiSettingsBuilder version(ApiVersion value) {
        version = Objects.requireNonNull(value, "version");
        return this;
    }

    /**
     * What stands before the key, such as {@code Bearer}; default nothing.
     *
     * @throws BotledgerException USAGE if it is more than one word of letters, digits and hyphens
     */
    public ApiSettingsBuilder scheme(String value) {
        if (!value.matches("[A-Za-z0-9-]*")) {
            throw usage("expected one word such as Bearer, or nothing");
        }
        scheme = value;
        return this;
    }

    /**
     * How long a signed URL lives; default 60 minutes.
     *
     * @param value minutes, 1 to 1,440
     * @throws BotledgerException USAGE if it is out of this range
     */
    public ApiSettingsBuilder ttlMinutes(int value) {
        if (value < 1 || value > MAX_TTL_MINUTES) {
            throw usage("life of signed URLs: expected 1 to 1440 minutes, found " + value);
        }
        ttlMinutes = value;
        return this;
    }

    /**
     * The hosts that signed URLs may lead to, by their last labels; default the storage hosts of Google Cloud and Amazon S3.
     *
     * @param values such as {@code storage.googleapis.com} or {@code s3.*.amazonaws.com}; replaces the default
     * @throws BotledgerException USAGE if one is no host name or has fewer than two labels that are not {@code *}
     */
    public ApiSettingsBuilder allowedHosts(List<String> values) {
        for (String value : values) {
            boolean host = value.matches("(?:[A-Za-z0-9-]+|\\*)(?:\\.(?:[A-Za-z0-9-]+|\\*))*") || value.startsWith("[");
            long labels = List.of(value.split("\\.")).stream()
                    .filter(label -> !label.equals("*"))
                    .count();
            if (!host || (labels < 2 && !value.startsWith("["))) {
                throw usage("allowed host \"" + value
                        + "\": expected a name of at least two labels, without port and path");
            }
        }
        allowedHosts = List.copyOf(values);
        return this;
    }

    /** The times that one request may take. */
    public ApiSettingsBuilder timeouts(ApiTimeouts value) {
        timeouts = Objects.requireNonNull(value, "timeouts");
        return this;
    }

    /** How often and when a request is tried again. */
    public ApiSettingsBuilder retries(ApiRetries value) {
        retries = Objects.requireNonNull(value, "retries");
        return this;
    }

    /** What an answer may cost. */
    public ApiSettingsBuilder limits(SourceLimits value) {
        limits = Objects.requireNonNull(value, "limits");
        return this;
    }

    /** The settings; never null. */
    public ApiSettings build() {
        return new ApiSettings(base, version, scheme, ttlMinutes, allowedHosts, timeouts, retries, limits);
    }

    private static BotledgerException usage(String message) {
        return new BotledgerException(ErrorCode.USAGE, message);
    }
}
