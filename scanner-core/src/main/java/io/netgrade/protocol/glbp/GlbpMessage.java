// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.glbp;

import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/**
 * One message: version(1) zero(1) group(2) zero(2) owner(6), then TLVs of type(1) and length(1), which counts both: hello
 * (1), forwarder (2), authentication (3) with its type(1), length(1) and data.
 */
final class GlbpMessage implements Datagrams.Reader {
    private static final int HEADER = 12;
    private static final int VERSION = 1;
    private static final int LAST_GROUP = 1023;
    private static final int LAST_TLV = 4;
    private static final int AUTHENTICATION = 3;
    private static final int PLAIN = 1;
    private static final byte[] DEFAULT = {'c', 'i', 's', 'c', 'o'};

    static boolean isSound(ByteView bytes) {
        if (bytes.length() < HEADER + 2
                || bytes.u8(0) != VERSION
                || bytes.u8(1) != 0
                || bytes.u16(2) > LAST_GROUP
                || bytes.u16(4) != 0) {
            return false;
        }
        int at = HEADER;
        while (bytes.length() - at >= 2) {
            int length = bytes.u8(at + 1);
            if (bytes.u8(at) == 0 || bytes.u8(at) > LAST_TLV || length < 4) {
                return false;
            }
            at += length;
        }
        return at == bytes.length();
    }

    @Override
    public boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isSound(bytes)) {
            return false;
        }
        int authentication = -1;
        for (int at = HEADER; bytes.length() - at >= 4; at += bytes.u8(at + 1)) {
            authentication = bytes.u8(at) == AUTHENTICATION ? at : authentication;
        }
        int type = authentication < 0 ? 0 : bytes.u8(authentication + 2);
        boolean known = type == PLAIN && isDefault(bytes, authentication + 4, bytes.u8(authentication + 1) - 4);
        if (said.isNew(type * 2L + (known ? 1 : 0))) {
            String name = type == 0 ? "none" : type == PLAIN ? "text" : "md5";
            String password = type == PLAIN ? known ? "default" : "other" : null;
            said.state(GlbpFacts.AUTHENTICATION.partial(name, password));
        }
        if (said.isNew(0x10000L + bytes.u16(2))) {
            said.state(GlbpFacts.GROUP.partial(bytes.u16(2)));
        }
        return true;
    }

    private static boolean isDefault(ByteView bytes, int at, int length) {
        int end = bytes.indexOf(0, at, at + length);
        int letters = end < 0 ? length : end - at;
        return letters == 0 || (letters == DEFAULT.length && bytes.holds(at, DEFAULT));
    }
}
