package io.botledger.db;

import java.util.Objects;
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
