// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

/** The numbers of what IP carries (IANA protocol-numbers) that are followed. */
public final class IpProtocol {
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int SCTP = 132;

    static final int HOP_BY_HOP = 0;
    static final int ROUTING = 43;
    static final int FRAGMENT = 44;
    static final int DESTINATION_OPTIONS = 60;
    static final int MOBILITY = 135;
    static final int HOST_IDENTITY = 139;
    static final int SHIM6 = 140;

    private IpProtocol() {}
}
