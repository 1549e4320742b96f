// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

/** The EtherTypes that are followed (IANA ieee-802-numbers). */
public final class EtherType {
    public static final int IPV4 = 0x0800;
    public static final int IPV6 = 0x86DD;
    /** Nothing that is followed. */
    public static final int NONE = 0;

    /** IEEE 802.1AE: what follows is authenticated, and mostly encrypted. */
    public static final int MACSEC = 0x88E5;
    /**
     * IS-IS, which has no EtherType: it follows the LLC header FE FE 03 (ISO 9577) and goes by the number that it has in IP
     * (IANA protocol-numbers).
     */
    public static final int ISIS = 124;

    static final int VLAN = 0x8100;
    static final int PROVIDER_BRIDGE = 0x88A8;
    static final int QINQ = 0x9100;

    private EtherType() {}

    /** Whether a tag of four bytes follows, at whose end stands the next type (IEEE 802.1Q, 802.1ad, and before them). */
    static boolean isTag(int type) {
        return type == VLAN || type == PROVIDER_BRIDGE || type == QINQ;
    }
}
