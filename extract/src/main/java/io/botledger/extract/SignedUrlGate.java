package io.botledger.extract;

import java.net.URI;
import java.net.URISyntaxException;

/** Decides where a signed URL or a redirect may lead. Nothing else makes a {@link SignedUrl}. */
final class SignedUrlGate {
    private static final int HTTPS_PORT = 443;

    private final ApiHosts allowed;
    private final boolean loopback;

    SignedUrlGate(ApiSettings settings) {
        allowed = new ApiHosts(settings.allowedHosts());
        loopback = settings.loopback();
    }

    /** Admits an address as it stands in the API's list. */
    SignedUrl admit(String text, String which, ApiErrors errors) {
        return admit(parsed(text, which, errors), which, errors);
    }

    /** Admits where a redirect leads. */
    SignedUrl follow(SignedUrl from, String location, String which, ApiErrors errors) {
        return admit(from.reveal().resolve(parsed(location, which, errors)), which, errors);
    }

    private SignedUrl admit(URI uri, String which, ApiErrors errors) {
        if (uri.getHost() == null || uri.getScheme() == null || uri.getRawPath() == null) {
            throw errors.badUrl(which, "expected a web address with a host; report it to the vendor");
        }
        if (uri.getRawUserInfo() != null) {
            throw errors.badUrl(which, "expected an address without a user; report it to the vendor");
        }
        if (!(loopback && ApiBase.isLoopback(uri))) {
            requirePublic(uri, which, errors);
        }
        return new SignedUrl(uri);
    }

    private void requirePublic(URI uri, String which, ApiErrors errors) {
        String host = ApiHosts.normalized(uri.getHost());
        if (!uri.getScheme().equalsIgnoreCase("https") || (uri.getPort() != -1 && uri.getPort() != HTTPS_PORT)) {
            throw errors.badUrl(which, "expected https at its usual port; report it to the vendor");
        }
        if (!allowed.allows(host)) {
            throw errors.badUrl(
                    which,
                    "leads to " + host + ", expected one of " + allowed
                            + "; add the host to allowed_hosts if it is the vendor's storage");
        }
        if (ApiAddresses.leadsInside(host)) {
            throw errors.badUrl(which, "leads to " + host + ", which is inside a network; expected a public address");
        }
    }

    private static URI parsed(String text, String which, ApiErrors errors) {
        try {
            return new URI(text);
        } catch (URISyntaxException holdsTheText) {
            throw errors.badUrl(which, "expected a web address, found something else; report it to the vendor");
        }
    }
}
