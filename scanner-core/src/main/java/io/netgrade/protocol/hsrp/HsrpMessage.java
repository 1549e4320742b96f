// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.hsrp;

import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.List;

/**
 * One message.
 *
 * <pre>
 *  version 1  version(1) opcode(1) state(1) hello(1) hold(1) priority(1) group(1) reserved(1) text(8) address(4) [MD5 TLV]
 *  version 2  TLVs of type(1) length(1): group state (1), interface state (2), text (3), MD5 (4)
 *  group state: version(1) opcode(1) state(1) IP version(1) group(2) MAC(6) priority(4) hello(4) hold(4) address(16)
 * </pre>
 */
final class HsrpMessage implements Datagrams.Reader {
    private static final int LENGTH = 20;
    private static final int MD5_TLV = 30;
    private static final int STATE_TLV = 42;
    private static final int TEXT = 8;
    private static final int TEXT_AT = 8;
    private static final int LAST_OPCODE = 2;
    private static final int ADVERTISE = 3;
    private static final int ADVERTISE_LENGTH = 16;
    private static final int NONE = 0;
    private static final int DEFAULT_TEXT = 1;
    private static final int OTHER_TEXT = 2;
    private static final int MD5 = 3;
    private static final byte[] DEFAULT = {'c', 'i', 's', 'c', 'o', 0, 0, 0};
    private static final List<String> FIRST_STATES =
            List.of("initial", "learn", "listen", "speak", "standby", "active");

    private static final List<String> SECOND_STATES =
            List.of("disabled", "initial", "learn", "listen", "speak", "standby", "active");

    static boolean isSound(ByteView bytes) {
        return isSoundFirst(bytes) || isSoundAdvertisement(bytes) || isSoundSecond(bytes);
    }

    private static boolean isSoundFirst(ByteView bytes) {
        boolean fits = bytes.length() == LENGTH || (bytes.length() == LENGTH + MD5_TLV && isMd5(bytes, LENGTH));
        return fits
                && bytes.u8(0) == 0
                && bytes.u8(1) <= LAST_OPCODE
                && state(bytes) >= 0
                && bytes.u8(4) > bytes.u8(3)
                && bytes.u8(7) == 0
                && isText(bytes, TEXT_AT)
                && bytes.u8(16) < 0xE0;
    }

    /** That a router is there to be asked: type(2) length(2) state(1) reserved(1) groups(2 * 2) reserved(4). */
    private static boolean isSoundAdvertisement(ByteView bytes) {
        return bytes.length() == ADVERTISE_LENGTH
                && bytes.u16(0) == ADVERTISE
                && bytes.u16(2) == 1
                && bytes.u16(4) == 10
                && bytes.u8(6) >= 1
                && bytes.u8(6) <= 3
                && bytes.u8(7) == 0
                && bytes.i32(12) == 0;
    }

    private static boolean isSoundSecond(ByteView bytes) {
        if (bytes.length() < STATE_TLV || bytes.u16(0) != 0x0128 || bytes.u8(2) != 2) {
            return false;
        }
        boolean group = bytes.u8(3) <= LAST_OPCODE
                && bytes.u8(4) < SECOND_STATES.size()
                && (bytes.u8(5) == 4 || bytes.u8(5) == 6)
                && bytes.u16(6) <= 0x0FFF;
        int at = STATE_TLV;
        while (bytes.length() - at >= 2) {
            at += 2 + bytes.u8(at + 1);
        }
        return group && at == bytes.length();
    }

    private static boolean isMd5(ByteView bytes, int at) {
        return bytes.length() - at >= MD5_TLV && bytes.u16(at) == 0x041C && bytes.u8(at + 2) == 1;
    }

    private static boolean isText(ByteView bytes, int at) {
        boolean ended = false;
        boolean text = true;
        for (int i = at; i < at + TEXT; i++) {
            int character = bytes.u8(i);
            ended |= character == 0;
            text &= ended ? character == 0 : character >= 0x20 && character < 0x7F;
        }
        return text;
    }

    /** The place of version 1's state among {@link #FIRST_STATES}: it is a single bit or none; -1 where it is not. */
    private static int state(ByteView bytes) {
        int state = bytes.u8(2);
        boolean known = state <= 0x10 && Integer.bitCount(state) <= 1;
        return known ? 32 - Integer.numberOfLeadingZeros(state) : -1;
    }

    @Override
    public boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (isSoundSecond(bytes)) {
            second(bytes, said);
            return true;
        }
        if (isSoundFirst(bytes)) {
            boolean md5 = bytes.length() > LENGTH;
            authentication("1", md5 ? MD5 : word(bytes, TEXT_AT), said);
            group(bytes.u8(6), FIRST_STATES.get(state(bytes)), said);
            return true;
        }
        return isSoundAdvertisement(bytes);
    }

    private static void second(ByteView bytes, Said said) {
        int proof = NONE;
        for (int at = STATE_TLV; bytes.length() - at >= 2; at += 2 + bytes.u8(at + 1)) {
            proof = bytes.u16(at) == 0x0308 && proof != MD5 ? word(bytes, at + 2) : proof;
            proof = isMd5(bytes, at) ? MD5 : proof;
        }
        authentication("2", proof, said);
        group(bytes.u16(6), SECOND_STATES.get(bytes.u8(4)), said);
    }

    private static int word(ByteView bytes, int at) {
        return bytes.holds(at, DEFAULT) || bytes.u8(at) == 0 ? DEFAULT_TEXT : OTHER_TEXT;
    }

    private static void authentication(String version, int proof, Said said) {
        if (said.isNew(version.hashCode() * 4L + proof)) {
            boolean text = proof == DEFAULT_TEXT || proof == OTHER_TEXT;
            String type = proof == MD5 ? "md5" : text ? "text" : "none";
            String password = text ? proof == DEFAULT_TEXT ? "default" : "other" : null;
            said.state(HsrpFacts.AUTHENTICATION.partial(version, type, password));
        }
    }

    private static void group(int group, String state, Said said) {
        if (said.isNew(1L << 48 | (long) group << 32 | (state.hashCode() & 0xFFFF_FFFFL))) {
            said.state(HsrpFacts.GROUP.partial(group, state));
        }
    }
}
