package io.botledger.cli;

import io.botledger.extract.Redactor;
import io.botledger.extract.Secret;
import java.util.ArrayList;
import java.util.List;

/**
 * What no output of this process may show: the keys it has read. The second line, behind messages that are built without
 * them; for the log, the messages of commands and the book of runs alike. For any thread.
 */
final class Redaction {
    private static final List<Secret> SECRETS = new ArrayList<>();
    private static volatile Redactor redactor = new Redactor(List.of());

    private Redaction() {}

    /** From now on this value is replaced wherever it would be shown. */
    static synchronized void hide(Secret secret) {
        SECRETS.add(secret);
        redactor = new Redactor(SECRETS);
    }

    /** The text without keys and signatures; null stays null. */
    static String redact(String text) {
        return text == null ? null : redactor.redact(text);
    }
}
