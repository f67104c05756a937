package io.botledger.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page around the dashboard's data. Its policy lets nothing run and nothing be asked for but what it holds. */
final class DashboardPage {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)\\}");
    private static final List<String> SCRIPTS = List.of(
            "dashboard_figures.js",
            "dashboard_words.js",
            "dashboard_charts.js",
            "dashboard_lists.js",
            "dashboard_coverage.js",
            "dashboard_page.js");

    private DashboardPage() {}

    static String of(String data) {
        String css = TextFile.read("dashboard.css");
        String chart = "/*!\n" + TextFile.read("chart.js/LICENSE.md") + "*/\n"
                + withoutMap(TextFile.read("chart.js/chart.umd.min.js"));
        String script = SCRIPTS.stream().map(TextFile::read).collect(Collectors.joining());
        String policy = "default-src 'none'; script-src " + hash(chart) + " " + hash(script) + "; style-src "
                + hash(css) + "; base-uri 'none'; form-action 'none'";
        Map<String, String> parts = Map.of("csp", policy, "css", css, "data", data, "chart", chart, "script", script);
        return PLACE.matcher(TextFile.read("dashboard.html"))
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
}
