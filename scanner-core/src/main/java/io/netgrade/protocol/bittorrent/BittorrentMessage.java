// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bittorrent;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import java.nio.charset.StandardCharsets;

/** What the first bytes of a peer's message are. */
final class BittorrentMessage {
    private static final byte[] HANDSHAKE = bytes("\u0013BitTorrent protocol");
    static final int HANDSHAKE_LENGTH = HANDSHAKE.length;
    private static final byte[] LOCAL_DISCOVERY = bytes("BT-SEARCH * HTTP/1.1\r\n");
    /** A query is {@code d1:ad2:id20:…1:q…1:y1:qe} (BEP 5); keys are sorted, so that it begins with its arguments. */
    private static final byte[] QUERY = bytes("d1:ad2:id20:");

    private static final byte[] ANSWER = bytes("1:rd2:id20:");
    private static final byte[] ANSWERS_END = bytes("1:y1:re");
    private static final byte[] QUERYS_END = bytes("1:y1:qe");
    /** A connect request to a tracker (BEP 15): eight bytes of magic and the action 0. */
    private static final long TRACKER = 0x0000_0417_2710_1980L;

    private static final int CONNECT_LENGTH = 16;
    /** An answer may begin with the asker's address: {@code d2:ip6:…1:r…}. */
    private static final int LATEST_ANSWER = 32;

    private static final int UTP_HEADER = 20;
    private static final int UTP_HIGHEST_TYPE = 4;
    private static final int UTP_HIGHEST_EXTENSION = 2;
    private static final int UTP_SYN = 4;

    /** What a datagram may begin with: a dictionary, a search, a tracker's number, or a type of uTP and its version. */
    static final Octets DATAGRAMS = Octets.of(QUERY[0], LOCAL_DISCOVERY[0], (int) (TRACKER >>> 56))
            .or(Octets.where(BittorrentMessage::isTransport));

    private BittorrentMessage() {}

    enum Kind {
        DHT_ANSWER("dht"),
        DHT_QUERY("dht"),
        HANDSHAKE("handshake"),
        LOCAL_DISCOVERY("local-discovery"),
        NONE(""),
        TRACKER("tracker"),
        UTP("utp"),
        /** The first of a connection says three things that never change: this is more than a shape. */
        UTP_OPENING("utp");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static boolean handshake(ByteView bytes) {
        return bytes.startsWith(HANDSHAKE);
    }

    /** Where the handshake stands; -1 where it does not. */
    static int handshakeAt(ByteView bytes) {
        int at = bytes.indexOf(HANDSHAKE[0], 0, bytes.length());
        while (at >= 0 && !bytes.holds(at, HANDSHAKE)) {
            at = bytes.indexOf(HANDSHAKE[0], at + 1, bytes.length());
        }
        return at;
    }

    /** Whether the bytes are the handshake as far as they go. */
    static boolean beginsHandshake(ByteView bytes) {
        int known = Math.min(bytes.length(), HANDSHAKE.length);
        for (int at = 0; at < known; at++) {
            if (bytes.u8(at) != HANDSHAKE[at]) {
                return false;
            }
        }
        return true;
    }

    static Kind datagram(ByteView bytes) {
        if (bytes.length() < CONNECT_LENGTH) {
            return Kind.NONE;
        }
        return switch (bytes.u8(0)) {
            case 'd' -> bencoded(bytes);
            case 'B' -> bytes.startsWith(LOCAL_DISCOVERY) ? Kind.LOCAL_DISCOVERY : Kind.NONE;
            case 0 -> tracker(bytes) ? Kind.TRACKER : Kind.NONE;
            default -> transport(bytes);
        };
    }

    private static boolean tracker(ByteView bytes) {
        return bytes.length() == CONNECT_LENGTH && bytes.i64(0) == TRACKER && bytes.i32(8) == 0;
    }

    private static Kind bencoded(ByteView bytes) {
        if (bytes.startsWith(QUERY)) {
            return ends(bytes, QUERYS_END) ? Kind.DHT_QUERY : Kind.NONE;
        }
        int from = bytes.indexOf('r', 1, LATEST_ANSWER);
        boolean answer = from > 2 && bytes.holds(from - 2, ANSWER) && ends(bytes, ANSWERS_END);
        return answer ? Kind.DHT_ANSWER : Kind.NONE;
    }

    /** The last key is the kind of message, but some put the client's version ({@code 1:v4:…}) behind it or leave it. */
    private static boolean ends(ByteView bytes, byte[] end) {
        return bytes.holds(bytes.length() - end.length, end);
    }

    /** {@code type:4 version:4 extension:8 connection:16 times:64 window:32 sequence:16 acknowledged:16} (BEP 29). */
    private static Kind transport(ByteView bytes) {
        boolean fits = bytes.length() >= UTP_HEADER && isTransport(bytes.u8(0)) && extensions(bytes) > 0;
        if (!fits) {
            return Kind.NONE;
        }
        int payload = extensions(bytes);
        boolean data = bytes.u8(0) >> 4 == 0;
        if (data && bytes.holds(payload, HANDSHAKE)) {
            return Kind.HANDSHAKE;
        }
        boolean bare = data ? bytes.length() > payload : bytes.length() == payload;
        if (bytes.u8(0) >> 4 != UTP_SYN) {
            return bare ? Kind.UTP : Kind.NONE;
        }
        boolean nothingHeard = bytes.i32(8) == 0 && bytes.u16(18) == 0;
        return bare && nothingHeard ? Kind.UTP_OPENING : Kind.NONE;
    }

    /** Where the payload begins behind the chain of extensions; -1 where the chain is broken. */
    private static boolean isTransport(int first) {
        return (first & 0xF) == 1 && first >> 4 <= UTP_HIGHEST_TYPE;
    }

    private static int extensions(ByteView bytes) {
        int kind = bytes.u8(1);
        int at = UTP_HEADER;
        while (kind != 0) {
            if (kind > UTP_HIGHEST_EXTENSION || at + 2 > bytes.length()) {
                return -1;
            }
            kind = bytes.u8(at);
            at += 2 + bytes.u8(at + 1);
        }
        return at <= bytes.length() ? at : -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
