// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipsec;

import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * Reads the packets of one flow: SPI(4) number(4), what is protected, and its end.
 *
 * <p>What is signed and not encrypted (RFC 2410) is told by what {@link EspContents} finds. A whole packet of IP is no
 * chance; the length of a UDP datagram alone could be, and is believed once it fits three packets in a row.
 */
final class EspPacket implements Datagrams.Reader {
    private static final int HEADER = 8;
    /** Of GMAC (RFC 4543). */
    private static final int VECTOR = 8;

    private static final int SHORTEST = HEADER + 12;
    private static final int LOWEST_INDEX = 256;
    private static final int BELIEVED = 3;

    private final EspContents contents = new EspContents();
    private int datagrams;

    static boolean isSound(ByteView bytes) {
        return bytes.length() >= SHORTEST && bytes.u32(0) >= LOWEST_INDEX && bytes.i32(4) != 0;
    }

    @Override
    public boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isSound(bytes)) {
            return false;
        }
        boolean found = contents.find(bytes, HEADER) || contents.find(bytes, HEADER + VECTOR);
        datagrams = found && contents.next() == EspContents.UDP ? datagrams + 1 : 0;
        if (found && contents.isPacket()) {
            state(1, "none", "tunnel", said);
            datagram.encloses(Enclosed.IP, contents.from(), contents.length());
        } else if (found && (contents.next() == EspContents.OSPF || datagrams >= BELIEVED)) {
            state(2, "none", "transport", said);
        } else if (!found) {
            state(0, "opaque", null, said);
        }
        return true;
    }

    private static void state(int key, String encryption, @Nullable String mode, Said said) {
        if (said.isNew(key)) {
            said.state(IpsecFacts.ESP.partial(encryption, mode));
        }
    }
}
