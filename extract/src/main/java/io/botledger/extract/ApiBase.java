package io.botledger.extract;

import io.botledger.model.BotledgerException;
import io.botledger.model.ErrorCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the API is: a preset's name or an address. The presets are those of the vendor's pages. */
final class ApiBase {
    private static final Pattern SUBDOMAIN =
            Pattern.compile("(?i)subdomain:\\s*([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)");
    private static final String EXPECTED = "expected eu, us, \"subdomain: NAME\" or an https address";

    private ApiBase() {}

    static URI parse(String text) {
        String base = text.strip();
        Matcher subdomain = SUBDOMAIN.matcher(base);
        if (subdomain.matches()) {
            return URI.create("https://" + subdomain.group(1).toLowerCase(Locale.ROOT) + ".zendesk.com/ai-agents/api");
        }
        return switch (base.toLowerCase(Locale.ROOT)) {
            case "eu" -> URI.create("https://api.ultimate.ai");
            case "us" -> URI.create("https://api.us.ultimate.ai");
            default -> address(base);
        };
    }

    private static URI address(String base) {
        URI uri;
        try {
            uri = new URI(base.replaceAll("/+$", ""));
        } catch (URISyntaxException holdsTheText) {
            throw usage(EXPECTED + ", found something else");
        }
        if (uri.getHost() == null || uri.getScheme() == null) {
            throw usage(EXPECTED + ", found something else");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw usage("expected an address without user, query and fragment; leave them out");
        }
        if (!uri.getScheme().equalsIgnoreCase("https") && !isPlainLoopback(uri)) {
            throw usage("expected https (http only for this machine itself), found "
                    + uri.getScheme().toLowerCase(Locale.ROOT));
        }
        return uri;
    }

    /** Whether requests stay on this machine, which alone may be done without TLS. */
    static boolean isLoopback(URI uri) {
        String host = ApiHosts.normalized(uri.getHost());
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(?:\\.\\d{1,3}){3}");
    }

    private static boolean isPlainLoopback(URI uri) {
        return uri.getScheme().equalsIgnoreCase("http") && isLoopback(uri);
    }

    private static BotledgerException usage(String message) {
        return new BotledgerException(ErrorCode.USAGE, message);
    }
}
