// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * The extension headers of IPv6 (RFC 8200 section 4), as far as the first that is not known, or to the end of one that
 * says that a part of a datagram follows. An authentication header (RFC 4302) ends them too: as in IPv4, what it signs is
 * not taken for something that nothing signs.
 *
 * <pre>
 *  next header(1) length(1) data         fragment: next header(1) zero(1) offset(13 bits) more(1 bit) identification(4)
 * </pre>
 */
final class ExtensionHeaders {
    private static final int MOST = 8;

    private int protocol;
    private int at;
    private boolean fragment;
    private boolean moreFragments;
    private int fragmentOffset;
    private int identification;

    /** Goes on from {@code from}, where a header of the kind {@code first} stands; false where one is not whole. */
    boolean walk(ByteView view, int from, int first) {
        at = from;
        protocol = first;
        fragment = false;
        fragmentOffset = 0;
        for (int i = 0; i < MOST && isExtension(protocol) && !fragment; i++) {
            if (view.length() - at < 8) {
                return false;
            }
            int length = length(view);
            if (view.length() - at < length) {
                return false;
            }
            protocol = view.u8(at);
            at += length;
        }
        return fragment || !isExtension(protocol);
    }

    private int length(ByteView view) {
        if (protocol == IpProtocol.FRAGMENT) {
            int field = view.u16(at + 2);
            // An atomic fragment (RFC 6946) is whole.
            fragment = (field & 0xFFF9) != 0;
            moreFragments = (field & 1) != 0;
            fragmentOffset = field & 0xFFF8;
            identification = view.i32(at + 4);
            return 8;
        }
        return (view.u8(at + 1) + 1) * 8;
    }

    private static boolean isExtension(int protocol) {
        return switch (protocol) {
            case IpProtocol.HOP_BY_HOP,
                    IpProtocol.ROUTING,
                    IpProtocol.FRAGMENT,
                    IpProtocol.DESTINATION_OPTIONS,
                    IpProtocol.MOBILITY,
                    IpProtocol.HOST_IDENTITY,
                    IpProtocol.SHIM6 -> true;
            default -> false;
        };
    }

    /** What the headers lead to; the kind of the first header of the fragmented part where they end at a fragment. */
    int protocol() {
        return protocol;
    }

    /** Where what they lead to begins. */
    int end() {
        return at;
    }

    /** Whether a part of a larger datagram follows. */
    boolean fragment() {
        return fragment;
    }

    boolean moreFragments() {
        return moreFragments;
    }

    /** Where the part stands in the larger datagram, in bytes. */
    int fragmentOffset() {
        return fragmentOffset;
    }

    /** What the parts of one datagram have in common. */
    int identification() {
        return identification;
    }
}
