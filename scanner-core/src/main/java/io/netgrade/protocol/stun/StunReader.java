// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.stun;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the messages of one flow, and passes over what TURN channels carry between them. */
final class StunReader implements MessageGrammar {
    private static final int ALLOCATE = 0x3;
    private static final int CHANNEL_BIND = 0x9;
    private static final int UNAUTHORIZED = 401;
    private static final int INSUFFICIENT_CAPACITY = 508;
    /** What coturn says where a reservation token fits nothing; RFC 8656 §7.2 has 508 there. */
    private static final int NOT_RESERVED = 404;

    private static final int MOST_OUTSTANDING = 64;

    private final boolean stream;
    private final Said said = new Said();
    private final ByteView unframed = new ByteView();
    private final Map<Long, Boolean> outstanding = new LinkedHashMap<>();
    private boolean framed;
    private boolean first = true;
    private boolean channels;

    StunReader(boolean stream) {
        this.stream = stream;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        if (stream && first && unread.length() >= StunMessage.HEADER) {
            first = false;
            framed = !StunMessage.cookie(unread, 0);
        }
        if (framed) {
            return unread.length() < StunMessage.FRAME ? UNKNOWN : StunMessage.FRAME + (long) unread.u16(0);
        }
        if (unread.length() < 4 && stream) {
            return UNKNOWN;
        }
        return channelData(unread) ? channelLength(unread) : messageLength(unread);
    }

    private long messageLength(ByteView unread) {
        if (stream && unread.length() < StunMessage.HEADER) {
            return (unread.u8(0) & 0xC0) == 0 ? UNKNOWN : BROKEN;
        }
        boolean sound = StunMessage.cookie(unread, 0) || (!stream && StunMessage.classic(unread));
        return sound ? StunMessage.length(unread, 0) : BROKEN;
    }

    /** ChannelData (RFC 8656 §12.4) begins with 0x40 to 0x4F, and is padded to four octets on TCP only. */
    private boolean channelData(ByteView bytes) {
        return channels && bytes.length() >= 4 && (bytes.u8(0) & 0xF0) == 0x40;
    }

    private long channelLength(ByteView unread) {
        long length = 4 + (long) unread.u16(2);
        return stream ? (length + 3) & ~3L : length;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (framed) {
            // In frames of RFC 4571 media and DTLS lie between the messages.
            if (!StunMessage.cookie(message, StunMessage.FRAME)) {
                return Progress.CONTINUE;
            }
            unframed.wrap(message, StunMessage.FRAME, message.length() - StunMessage.FRAME);
            readMessage(unframed, said.by(direction, sink), sink);
        } else if (!channelData(message)) {
            readMessage(message, said.by(direction, sink), sink);
        }
        return Progress.CONTINUE;
    }

    private void readMessage(ByteView message, Said already, ObservationSink sink) {
        // Who may relay is told by requests and answers together, all else by each message alone.
        boolean relays = StunMessage.method(message.u16(0)) == ALLOCATE;
        if (!already.isNew(StunAttributes.key(message)) && !relays) {
            return;
        }
        int type = message.u16(0);
        int method = StunMessage.method(type);
        int kind = StunMessage.kind(type);
        boolean cookie = StunMessage.cookie(message, 0);
        StunAttributes attributes = StunAttributes.of(message, cookie);
        channels |= method == CHANNEL_BIND;
        sink.saw(StunFacts.SERVICE.partial(
                StunMessage.methodName(method), cookie ? "rfc5389" : "rfc3489", attributes.ice()));
        if (kind == StunMessage.REQUEST) {
            if (method == ALLOCATE && attributes.standardRelay()) {
                remember(message.i64(12), attributes.authenticated());
            }
        } else if (kind != StunMessage.INDICATION) {
            answered(message.i64(12), method, kind, attributes, sink);
        }
    }

    private void remember(long transaction, boolean authenticated) {
        if (outstanding.size() == MOST_OUTSTANDING) {
            outstanding.clear();
        }
        outstanding.put(transaction, authenticated);
    }

    private void answered(long transaction, int method, int kind, StunAttributes attributes, ObservationSink sink) {
        attributes.state(sink);
        Boolean loggedIn = outstanding.remove(transaction);
        if (method != ALLOCATE) {
            return;
        }
        // A login is wanted before it is looked at what is asked for (RFC 8656 §7.2).
        boolean considered = kind == StunMessage.SUCCESS
                || attributes.error() == INSUFFICIENT_CAPACITY
                || attributes.error() == NOT_RESERVED;
        if (considered && loggedIn != null) {
            sink.saw(StunFacts.ALLOCATION.partial(loggedIn));
        } else if (attributes.error() == UNAUTHORIZED) {
            sink.saw(StunFacts.ALLOCATION.partial(true));
        }
    }
}
