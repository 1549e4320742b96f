// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

/** The two ends of a packet, whichever header names them. */
final class Addresses {
    private enum By {
        IPV4,
        IPV6,
        STATIONS
    }

    private static final int BROADCAST = -1;

    private final Ipv4Header ipv4;
    private final Ipv6Header ipv6;
    private final LinkHeader link;
    private By by = By.IPV4;

    Addresses(Ipv4Header ipv4, Ipv6Header ipv6, LinkHeader link) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
        this.link = link;
    }

    void ofIpv4() {
        by = By.IPV4;
    }

    void ofIpv6() {
        by = By.IPV6;
    }

    void ofStations() {
        by = By.STATIONS;
    }

    boolean isIpv6() {
        return by != By.IPV4;
    }

    long sourceHigh() {
        return by == By.IPV4
                ? 0
                : by == By.IPV6 ? ipv6.sourceHigh() : link.stations().sourceHigh();
    }

    long sourceLow() {
        return by == By.IPV4
                ? Integer.toUnsignedLong(ipv4.source())
                : by == By.IPV6 ? ipv6.sourceLow() : link.stations().sourceLow();
    }

    long destinationHigh() {
        return by == By.IPV4
                ? 0
                : by == By.IPV6 ? ipv6.destinationHigh() : link.stations().destinationHigh();
    }

    long destinationLow() {
        return by == By.IPV4
                ? Integer.toUnsignedLong(ipv4.destination())
                : by == By.IPV6 ? ipv6.destinationLow() : link.stations().destinationLow();
    }

    int timeToLive() {
        return by == By.IPV4 ? ipv4.timeToLive() : by == By.IPV6 ? ipv6.hopLimit() : -1;
    }

    /** A directed broadcast of IPv4 (RFC 919) is told by the station address alone, so that one is looked at too. */
    boolean multicast() {
        return switch (by) {
            case IPV4 ->
                ipv4.destination() >>> 28 == 0xE
                        || ipv4.destination() == BROADCAST
                        || link.stations().broadcast();
            case IPV6 -> ipv6.destinationHigh() >>> 56 == 0xFF;
            case STATIONS -> link.stations().group();
        };
    }
}
