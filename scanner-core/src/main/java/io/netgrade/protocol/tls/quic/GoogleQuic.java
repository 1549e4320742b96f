// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.quic;

import io.netgrade.wire.ByteView;
import java.util.Optional;

/**
 * What Google's QUIC before the IETF's says in clear: a version in the public header, and a handshake of tagged values.
 *
 * <pre>
 * 0     flags: 1 a version follows, 8 a connection id of 8 bytes follows
 * 1..8  connection id
 * 9..12 version: Q and three digits, as ASCII
 * </pre>
 */
final class GoogleQuic {
    /** Tags, as they lie on the wire: CHLO, REJ, SHLO and SNI. */
    private static final int CLIENT_HELLO = 0x43484C4F;

    private static final int REJECTION = 0x52454A00;
    private static final int SERVER_HELLO = 0x53484C4F;
    private static final int SNI = 0x534E4900;

    private static final int VERSION_AT = 9;
    /** Behind this many bytes of header, hash and frame no handshake begins. */
    private static final int LAST_PLACE = 64;

    private static final int MOST_TAGS = 128;
    private static final int LONGEST_NAME = 255;

    private GoogleQuic() {}

    /** Whether a datagram may have such a first octet; besides, version Q046 has the long header of the IETF. */
    static boolean mayBegin(int flags) {
        return isOldVersioned(flags) || isOldUnversioned(flags);
    }

    private static boolean isOldVersioned(int flags) {
        return (flags & 0xC9) == 0x09;
    }

    private static boolean isOldUnversioned(int flags) {
        return (flags & 0xC1) == 0;
    }

    /** The version in the public header of a client's packet, or the first that a server lists; 0 where there is none. */
    static int version(ByteView datagram) {
        if (datagram.length() < VERSION_AT + 4) {
            return 0;
        }
        int flags = datagram.u8(0);
        boolean old = isOldVersioned(flags);
        // Q046 has a long header like that of the IETF, but other lengths behind the version.
        int number = datagram.i32(old ? VERSION_AT : 1);
        boolean fits = old || (flags & 0xC0) == 0xC0;
        return fits && QuicVersion.isGoogle(number) ? number : 0;
    }

    /** Whether a server lists the versions that it speaks: nothing else than versions follows the connection id. */
    static boolean isNegotiation(ByteView datagram) {
        int listed = datagram.length() - VERSION_AT;
        boolean list = isOldVersioned(datagram.u8(0)) && listed >= 8 && listed % 4 == 0;
        for (int at = VERSION_AT; list && at < datagram.length(); at += 4) {
            list = QuicVersion.isGoogle(datagram.i32(at)) || QuicVersion.isKnown(datagram.i32(at));
        }
        return list;
    }

    /** Whether it holds the beginning of a handshake message of a server, behind a header without a version. */
    static boolean isServers(ByteView datagram) {
        int at = isOldUnversioned(datagram.u8(0)) ? place(datagram) : -1;
        return at >= 0 && datagram.i32(at) != CLIENT_HELLO;
    }

    /** Whether it holds the beginning of a handshake message of a client, behind a header without a version. */
    static boolean isClients(ByteView datagram) {
        int at = isOldUnversioned(datagram.u8(0)) ? place(datagram) : -1;
        return at >= 0 && datagram.i32(at) == CLIENT_HELLO;
    }

    /** The host name that a client asks for. */
    static Optional<String> serverName(ByteView datagram) {
        int at = place(datagram);
        if (at < 0 || datagram.i32(at) != CLIENT_HELLO) {
            return Optional.empty();
        }
        int tags = littleEndian16(datagram, at + 4);
        int values = at + 8 + 8 * tags;
        int begin = 0;
        for (int i = 0; i < tags && at + 16 + 8 * i <= datagram.length(); i++) {
            int entry = at + 8 + 8 * i;
            long end = littleEndian16(datagram, entry + 4) | (long) littleEndian16(datagram, entry + 6) << 16;
            if (datagram.i32(entry) == SNI) {
                boolean there = end > begin && end - begin <= LONGEST_NAME && values + end <= datagram.length();
                return there ? Optional.of(datagram.ascii(values + begin, (int) end - begin)) : Optional.empty();
            }
            begin = (int) Math.min(end, datagram.length());
        }
        return Optional.empty();
    }

    /** Where a handshake message begins: its tag, how many values it has, and two bytes of nothing; -1 where nowhere. */
    private static int place(ByteView datagram) {
        int last = Math.min(LAST_PLACE, datagram.length() - 16);
        for (int at = 1; at <= last; at++) {
            int tag = datagram.i32(at);
            if (tag == CLIENT_HELLO || tag == REJECTION || tag == SERVER_HELLO) {
                int tags = littleEndian16(datagram, at + 4);
                return tags > 0 && tags <= MOST_TAGS && datagram.u16(at + 6) == 0 ? at : -1;
            }
        }
        return -1;
    }

    private static int littleEndian16(ByteView datagram, int at) {
        return datagram.u8(at) | datagram.u8(at + 1) << 8;
    }
}
