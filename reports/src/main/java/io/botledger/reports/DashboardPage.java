package io.botledger.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page around the dashboard's data. Its policy lets nothing run and nothing be asked for but what it holds. */
final class DashboardPage {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)\\}");

    private DashboardPage() {}

    static String of(String data) {
        String css = resource("dashboard.css");
        String chart =
                "/*!\n" + resource("chart.js/LICENSE.md") + "*/\n" + withoutMap(resource("chart.js/chart.umd.min.js"));
        String script =
                resource("dashboard_figures.js") + resource("dashboard_charts.js") + resource("dashboard_page.js");
        String policy = "default-src 'none'; script-src " + hash(chart) + " " + hash(script) + "; style-src "
                + hash(css) + "; base-uri 'none'; form-action 'none'";
        Map<String, String> parts = Map.of("csp", policy, "css", css, "data", data, "chart", chart, "script", script);
        return PLACE.matcher(resource("dashboard.html"))
                .replaceAll(match -> Matcher.quoteReplacement(parts.get(match.group(1))));
    }

    /** Without the address that browsers' tools would ask for the source at. */
    private static String withoutMap(String script) {
        return script.replaceAll("(?m)^//# sourceMappingURL=.*$", "");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream file = DashboardPage.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
