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
    private static final Pattern SECRET = Pattern.compile("(?i)(password|pwd)=[^&;]*");
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
        return USER_INFO.matcher(SECRET.matcher(url).replaceAll("$1=***")).replaceAll("//***@");
    }

    /** Does not show the password. */
    @Override
    public String toString() {
        return displayUrl() + (user == null ? "" : " as " + user);
    }
}
