// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.skinny;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/**
 * Messages, with numbers in little-endian order.
 *
 * <pre>
 * length(32) of what follows the version | version(32) | message id(32), then the body
 * </pre>
 */
final class SkinnyMessages implements MessageGrammar {
    private static final CodeTable NAMES = CodeTable.read(SkinnyMessages.class, "messages.tsv");
    private static final int VERSION = 4;
    private static final int ID = 8;
    private static final int HEADER = 12;
    private static final int LONGEST = 4096;
    private static final int FIRST_LATER_VERSION = 10;
    private static final int LAST_VERSION = 24;
    private static final int SERVERS_FROM = 0x80;
    private static final int REGISTER = 0x01;
    private static final int ENBLOC_CALL = 0x04;
    private static final int REGISTER_ACK = 0x81;
    private static final int CALL_INFO = 0x8F;
    private static final int REGISTER_REJECT = 0x9D;
    private static final int DIALED_NUMBER = 0x11D;
    private static final int DEVICE_NAME = 16;

    private final Said said = new Said();

    private static long little(ByteView bytes, int at) {
        return Integer.toUnsignedLong(Integer.reverseBytes(bytes.i32(at)));
    }

    private static int id(ByteView bytes, int at) {
        return (int) Math.min(little(bytes, at + ID), 0xFFFF);
    }

    static Speaker speaker(ByteView said) {
        long length = length(said, 0);
        if (length == BROKEN) {
            return Speaker.NOBODY;
        }
        if (length == UNKNOWN || said.length() < length) {
            return Speaker.UNFINISHED;
        }
        boolean follows = length(said, (int) length) != BROKEN;
        if (!follows || (id(said, 0) == REGISTER && !named(said))) {
            return Speaker.NOBODY;
        }
        return id(said, 0) < SERVERS_FROM ? Speaker.CLIENT : Speaker.SERVER;
    }

    /** Octets of the message that begins at {@code at}. */
    private static long length(ByteView bytes, int at) {
        if (bytes.length() - at < HEADER) {
            boolean zero = bytes.length() - at < 4 || bytes.u16(at + 2) == 0;
            return zero ? UNKNOWN : BROKEN;
        }
        long length = little(bytes, at);
        long version = little(bytes, at + VERSION);
        boolean dated = version == 0 || (version >= FIRST_LATER_VERSION && version <= LAST_VERSION);
        boolean sound = length >= HEADER - ID && length <= LONGEST && dated && NAMES.knows(id(bytes, at));
        return sound ? ID + length : BROKEN;
    }

    /** A telephone registers with a name of printable characters that ends before its field does. */
    private static boolean named(ByteView message) {
        int at = HEADER;
        while (at < message.length() && message.u8(at) > ' ' && message.u8(at) < 0x7F) {
            at++;
        }
        return at > HEADER + 2 && at < Math.min(message.length(), HEADER + DEVICE_NAME) && message.u8(at) == 0;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        return length(unread, 0);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int id = id(message, 0);
        if (!said.by(direction, sink).isNew(little(message, VERSION) << 32 | id)) {
            return Progress.CONTINUE;
        }
        sink.saw(SkinnyProtocol.SERVICE.partial(NAMES.name(id), little(message, VERSION)));
        boolean fromServer = direction == Direction.FROM_SERVER;
        if (fromServer && (id == REGISTER_ACK || id == REGISTER_REJECT)) {
            sink.saw(SkinnyProtocol.REGISTRATION.partial(id == REGISTER_ACK));
        } else if (id == CALL_INFO || id == ENBLOC_CALL || id == DIALED_NUMBER) {
            sink.saw(SkinnyProtocol.SUBSCRIBER_IDENTITY.partial("msisdn"));
        }
        return Progress.CONTINUE;
    }
}
