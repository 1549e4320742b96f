// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import io.netgrade.wire.ByteView;

/**
 * Parts the frames of a capture among several readers, so that all of one pair of addresses fall to one of them, in
 * whatever direction and however they are tagged or labelled. Looks at a few bytes only.
 *
 * <p>What carries packets of another network falls to the first reader, so that what comes through two tunnels meets.
 */
public final class Shares {
    private static final int FIRST = 0;
    private static final int IPV4_SHORTEST = 20;
    private static final int IPV6_LENGTH = 40;
    private static final int IP_IN_IP = 4;
    private static final int IPV6_IN_IP = 41;
    private static final int MOST_HEADERS = 12;
    private static final int PPP_IPV4 = 0x0021;
    private static final int PPP_IPV6 = 0x0057;

    private final int count;

    /** @param count of readers */
    public Shares(int count) {
        this.count = count;
    }

    /** Whose a frame is: 0 for the first reader. */
    public int of(ByteView frame, int linkType) {
        return switch (linkType) {
            case LinkType.ETHERNET -> frame.length() < 14 ? FIRST : typed(frame, 12);
            case LinkType.LINUX_SLL -> frame.length() < 16 ? FIRST : typed(frame, 14);
            case LinkType.LINUX_SLL2 -> frame.length() < 20 ? FIRST : typed(frame.u16(0), frame, 20);
            case LinkType.RAW_LIVE, LinkType.RAW_OPENBSD, LinkType.RAW, LinkType.IPV4, LinkType.IPV6 ->
                internet(frame, 0, MOST_HEADERS);
            default -> FIRST;
        };
    }

    private int typed(ByteView frame, int typeAt) {
        return typed(frame.u16(typeAt), frame, typeAt + 2);
    }

    private int typed(int first, ByteView frame, int payloadAt) {
        int type = first;
        int at = payloadAt;
        for (int headers = 0; headers < MOST_HEADERS; headers++) {
            if (type == EtherType.IPV4 || type == EtherType.IPV6) {
                return internet(frame, at, MOST_HEADERS);
            }
            if (frame.length() - at < 8) {
                return FIRST;
            }
            if (EtherType.isTag(type)) {
                type = frame.u16(at + 2);
                at += 4;
            } else if (type == 0x8864) {
                type = ofPpp(frame.u16(at + 6));
                at += 8;
            } else if (type == 0x8847 || type == 0x8848) {
                boolean last = (frame.u8(at + 2) & 1) != 0;
                at += 4;
                type = last ? EtherType.IPV4 : type;
            } else {
                return FIRST;
            }
        }
        return FIRST;
    }

    private static int ofPpp(int protocol) {
        return switch (protocol) {
            case PPP_IPV4 -> EtherType.IPV4;
            case PPP_IPV6 -> EtherType.IPV6;
            default -> EtherType.NONE;
        };
    }

    /** IP by its version, with IP in it followed to the innermost. */
    private int internet(ByteView frame, int ip, int most) {
        int at = ip;
        for (int headers = 0; headers < most; headers++) {
            int left = frame.length() - at;
            if (left >= IPV4_SHORTEST && frame.u8(at) >>> 4 == 4) {
                int protocol = frame.u8(at + 9);
                int header = (frame.u8(at) & 0x0F) * 4;
                if (protocol != IP_IN_IP && protocol != IPV6_IN_IP) {
                    boolean first = carries(protocol, frame, at + header);
                    return first ? FIRST : share(frame.i32(at + 12) ^ frame.i32(at + 16));
                }
                at += header;
            } else if (left >= IPV6_LENGTH && frame.u8(at) >>> 4 == 6) {
                int protocol = frame.u8(at + 6);
                if (protocol != IP_IN_IP && protocol != IPV6_IN_IP) {
                    return carries(protocol, frame, at + IPV6_LENGTH) ? FIRST : share(mixed(frame, at));
                }
                at += IPV6_LENGTH;
            } else {
                return FIRST;
            }
        }
        return FIRST;
    }

    private static boolean carries(int protocol, ByteView frame, int ports) {
        return switch (protocol) {
            case IpProtocol.TCP, IpProtocol.FRAGMENT -> false;
            case IpProtocol.UDP ->
                frame.length() - ports >= 4 && (isTunnel(frame.u16(ports)) || isTunnel(frame.u16(ports + 2)));
            default -> true;
        };
    }

    /** L2TP, GTP-U, Teredo, VXLAN, CAPWAP data, Geneve, and VXLAN as Linux numbered it first. */
    private static boolean isTunnel(int port) {
        return switch (port) {
            case 1701, 2152, 3544, 4789, 5247, 6081, 8472 -> true;
            default -> false;
        };
    }

    private static int mixed(ByteView frame, int at) {
        long pair = frame.i64(at + 8) ^ frame.i64(at + 16) ^ frame.i64(at + 24) ^ frame.i64(at + 32);
        return (int) (pair ^ pair >>> 32);
    }

    private int share(int pair) {
        int mixed = pair * 0x9E37_79B9;
        return (mixed >>> 16) % count;
    }
}
