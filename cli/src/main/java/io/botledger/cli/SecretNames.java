package io.botledger.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows the keys below which people write secrets, and where these belong instead. */
final class SecretNames {
    private static final Pattern PASSWORD = Pattern.compile(".*(?:password|passwd|passphrase|pwd|pass)");
    private static final Pattern KEY =
            Pattern.compile(".*(?:key|token|secret|bearer|authorization|authentication|credentials?)");

    private SecretNames() {}

    /** What to do instead; empty if the key does not sound like a secret's. */
    static Optional<String> advice(String key) {
        String name = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (PASSWORD.matcher(name).matches()) {
            return Optional.of("no secret may stand in this file; take it out, and put a password into the file that "
                    + "database.password_file names, or into the variable BOTLEDGER_DB_PASSWORD");
        }
        if (KEY.matcher(name).matches()) {
            return Optional.of("no secret may stand in this file; take it out, and put an API key into the file that "
                    + "key_file names, or into the variable that key_variable names");
        }
        return Optional.empty();
    }
}
