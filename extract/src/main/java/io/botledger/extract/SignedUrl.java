package io.botledger.extract;

import java.net.URI;

/** An admitted signed URL: a credential, so it prints as its host alone. */
final class SignedUrl {
    private final URI uri;

    SignedUrl(URI uri) {
        this.uri = uri;
    }

    URI reveal() {
        return uri;
    }

    String host() {
        return ApiHosts.normalized(uri.getHost());
    }

    /** Host and path: the same for two signatures of one file. */
    String object() {
        return host() + uri.getRawPath();
    }

    /** The last segment of the path; not to be trusted. */
    String fileName() {
        String path = uri.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return "a signed URL of " + host();
    }
}
