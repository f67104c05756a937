package io.botledger.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration that {@code init} writes. Immutable. */
final class ConfigurationTemplate {
    /** Stands for the organization's id. */
    static final String ORGANIZATION = "YOUR-ORGANIZATION-ID";

    /** Stands for a bot's id. */
    static final String BOT = "YOUR-BOT-ID";

    /** Where the organization's id is found. */
    static final String ORGANIZATION_PLACE = "which your CSM (your contact at the vendor) can tell";

    /** Where a bot's id is found. */
    static final String BOT_PLACE = "which your CSM can tell; it also stands in the names of the bot's export files";

    private static final String BASE_LINE = "    base: eu\n";
    private static final String BOT_LINE = "      - " + BOT + "\n";

    private final String text;

    private ConfigurationTemplate(String text) {
        this.text = text;
    }

    static ConfigurationTemplate read() {
        try (InputStream resource = ConfigurationTemplate.class.getResourceAsStream("botledger.yaml")) {
            return new ConfigurationTemplate(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConfigurationTemplate organization(String id) {
        return new ConfigurationTemplate(text.replace(ORGANIZATION, quoted(id)));
    }

    ConfigurationTemplate base(String base) {
        return new ConfigurationTemplate(text.replace(BASE_LINE, "    base: " + quoted(base) + "\n"));
    }

    ConfigurationTemplate bots(List<String> ids) {
        String lines = ids.stream().map(id -> "      - " + quoted(id) + "\n").collect(Collectors.joining());
        return new ConfigurationTemplate(text.replace(BOT_LINE, lines));
    }

    String text() {
        return text;
    }

    /** So that no text is taken for something else that YAML knows. */
    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
