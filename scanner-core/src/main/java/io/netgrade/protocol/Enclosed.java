// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

/** A packet of another network that a tunnel carries, by how it begins. */
public enum Enclosed {
    /** With an Ethernet header, without the preamble and the check sequence. */
    ETHERNET(1),
    /** With an IPv4 or IPv6 header, as its first four bits tell. */
    IP(101),
    /** With an MPLS label stack (RFC 3032). */
    MPLS(219),
    /** With a PPP protocol field (RFC 1661), with or without address and control. */
    PPP(9);

    private final int linkType;

    Enclosed(int linkType) {
        this.linkType = linkType;
    }

    /** The number that libpcap has for frames that begin so. */
    public int linkType() {
        return linkType;
    }
}
