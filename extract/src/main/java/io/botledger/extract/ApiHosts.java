package io.botledger.extract;

import java.util.List;
import java.util.Locale;

/**
 * The hosts that a signed URL may lead to: those whose last labels are the labels of an entry, where {@code *} stands for
 * any one label. An IP address has to be named in full.
 */
final class ApiHosts {
    /**
     * Google Cloud Storage, since the vendor's queries are written for BigQuery, whose unloads number their shards with 12
     * digits as the export files are; and Amazon S3 in its global and regional forms, where Zendesk keeps its own data. Not
     * {@code amazonaws.com} as a whole: anybody can rent a host there.
     */
    static final List<String> DEFAULTS =
            List.of("storage.googleapis.com", "s3.amazonaws.com", "s3.*.amazonaws.com", "s3.dualstack.*.amazonaws.com");

    private final List<String> entries;

    ApiHosts(List<String> entries) {
        this.entries = entries.stream().map(ApiHosts::normalized).toList();
    }

    boolean allows(String host) {
        String normalized = normalized(host);
        return entries.stream().anyMatch(entry -> matches(entry, normalized));
    }

    @Override
    public String toString() {
        return String.join(", ", entries);
    }

    static String normalized(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static boolean matches(String entry, String host) {
        if (entry.equals(host)) {
            return true;
        }
        if (isAddress(entry)) {
            return false;
        }
        String[] expected = entry.split("\\.", -1);
        String[] found = host.split("\\.", -1);
        int ahead = found.length - expected.length;
        for (int i = 0; i < expected.length; i++) {
            if (ahead < 0 || !(expected[i].equals("*") || expected[i].equals(found[ahead + i]))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAddress(String entry) {
        return entry.startsWith("[") || entry.matches("[0-9.]+");
    }
}
