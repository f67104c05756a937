package io.botledger.extract;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells public addresses from those inside a network, which no answer of a server may send us to. The ranges are those of
 * the IANA registries of special-purpose addresses.
 */
final class ApiAddresses {
    private ApiAddresses() {}

    /**
     * Whether a host has a private, link-local, loopback or otherwise not public address. A name that is not known here is
     * none of these: behind a proxy that is usual, and the request itself will tell.
     */
    static boolean leadsInside(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(address -> !isPublic(address));
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean carrier = first == 100 && (second & 0xc0) == 64;
        boolean benchmark = first == 198 && (second & 0xfe) == 18;
        return first != 0 && first < 240 && !carrier && !benchmark;
    }

    /** Global unicast alone, without the ranges that carry an IPv4 address inside. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        boolean global = (first & 0xe000) == 0x2000;
        boolean teredo = first == 0x2001 && second == 0;
        boolean sixToFour = first == 0x2002;
        return global && !teredo && !sixToFour;
    }
}
