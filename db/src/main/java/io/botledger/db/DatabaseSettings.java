package io.botledger.db;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to reach the database.
 *
 * @param url JDBC URL, {@code jdbc:h2:…} or {@code jdbc:postgresql:…}
 * @param user user name; null for the driver's default (H2: {@code sa})
 * @param password password; null for none
 */
public record DatabaseSettings(String url, String user, String password) {
    /** H2 separates the parts of a URL by semicolons, others by ampersands; each may stand in the other's values. */
    private static final Pattern H2_SECRET = Pattern.compile("(?i)(password)=[^;]*");

    private static final Pattern OTHER_SECRET = Pattern.compile("(?i)(password|pwd)=[^&]*");
    private static final Pattern USER_INFO = Pattern.compile("//[^/@?]*@");

    /** Checks that the URL is there. */
    public DatabaseSettings {
        Objects.requireNonNull(url, "url");
    }

    /** Settings without user and password. */
    public static DatabaseSettings of(String url) {
        return new DatabaseSettings(url, null, null);
    }

    /** The driver of PostgreSQL would take the URL's, without a word; H2 refuses two by itself. */
    void requireOneLogin() {
        if (url.startsWith("jdbc:postgresql:")) {
            requireOne("user", user, "--db-user, BOTLEDGER_DB_USER or database.user");
            requireOne("password", password, "a password file or BOTLEDGER_DB_PASSWORD");
        }
    }

    private void requireOne(String name, String given, String where) {
        Matcher inUrl = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(url);
        if (given != null && inUrl.find() && !decoded(inUrl.group(1)).equals(given)) {
            throw new BotledgerException(
                    ErrorCode.USAGE,
                    "the database URL " + displayUrl() + " names a " + name + " other than that of " + where
                            + "; take it out of the URL");
        }
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }

    /** The URL without anything secret, for messages. */
    public String displayUrl() {
        Pattern secret = url.startsWith("jdbc:h2:") ? H2_SECRET : OTHER_SECRET;
        return USER_INFO.matcher(secret.matcher(url).replaceAll("$1=***")).replaceAll("//***@");
    }

    /** Does not show the password. */
    @Override
    public String toString() {
        return displayUrl() + (user == null ? "" : " as " + user);
    }
}
