// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * IPv6 with its extension headers (RFC 8200 sections 3 and 4), as far as the first that is not known.
 *
 * <pre>
 *  0 version(4 bits) class(8 bits) flow label(20 bits)   4 payload length   6 next header   7 hop limit
 *  8 source(16)   24 destination(16)   40 extension headers
 * </pre>
 */
public final class Ipv6Header {
    private static final int LENGTH = 40;
    private static final int MOST_EXTENSIONS = 8;

    private final ByteView view = new ByteView();
    private int headerLength;
    private long totalLength;
    private int protocol;
    private boolean fragment;
    private int fragmentOffset;

    /**
     * False where the headers are not whole or contradict themselves.
     *
     * @param onWire bytes from {@code at} to the end of the frame as it was on the wire
     */
    public boolean wrap(ByteView frame, int at, long onWire) {
        if (frame.length() - at < LENGTH || frame.u8(at) >>> 4 != 6) {
            return false;
        }
        int payload = frame.u16(at + 4);
        // Zero is a jumbogram (RFC 2675) or a segment that the network card will cut up.
        totalLength = payload == 0 ? onWire : LENGTH + payload;
        view.wrap(frame, at, frame.length() - at);
        protocol = view.u8(6);
        headerLength = LENGTH;
        fragment = false;
        fragmentOffset = 0;
        return skipExtensions() && headerLength <= totalLength;
    }

    private boolean skipExtensions() {
        for (int i = 0; i < MOST_EXTENSIONS && isExtension(protocol) && fragmentOffset == 0; i++) {
            if (view.length() - headerLength < 8) {
                return false;
            }
            int length = extensionLength();
            if (view.length() - headerLength < length) {
                return false;
            }
            protocol = view.u8(headerLength);
            headerLength += length;
        }
        return fragmentOffset != 0 || !isExtension(protocol);
    }

    private int extensionLength() {
        if (protocol == IpProtocol.FRAGMENT) {
            int field = view.u16(headerLength + 2);
            // An atomic fragment (RFC 6946) is whole.
            fragment |= (field & 0xFFF9) != 0;
            fragmentOffset = field & 0xFFF8;
            return 8;
        }
        int units = view.u8(headerLength + 1);
        return protocol == IpProtocol.AUTHENTICATION ? (units + 2) * 4 : (units + 1) * 8;
    }

    private static boolean isExtension(int protocol) {
        return switch (protocol) {
            case IpProtocol.HOP_BY_HOP,
                    IpProtocol.ROUTING,
                    IpProtocol.FRAGMENT,
                    IpProtocol.AUTHENTICATION,
                    IpProtocol.DESTINATION_OPTIONS,
                    IpProtocol.MOBILITY,
                    IpProtocol.HOST_IDENTITY,
                    IpProtocol.SHIM6 -> true;
            default -> false;
        };
    }

    /** Bytes of the fixed header and the extension headers. */
    public int headerLength() {
        return headerLength;
    }

    /** Bytes of headers and payload; what follows them in the frame is padding. */
    public long totalLength() {
        return totalLength;
    }

    /** What the extension headers lead to. */
    public int protocol() {
        return protocol;
    }

    /** Whether the payload is a part of a larger one. */
    public boolean fragment() {
        return fragment;
    }

    /** Where the payload stands in the larger one, in bytes. */
    public int fragmentOffset() {
        return fragmentOffset;
    }

    public long sourceHigh() {
        return view.i64(8);
    }

    public long sourceLow() {
        return view.i64(16);
    }

    public long destinationHigh() {
        return view.i64(24);
    }

    public long destinationLow() {
        return view.i64(32);
    }
}
