// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ptp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** States the messages of each clock, each once. */
final class PtpReader implements MessageGrammar {
    private final Said said = new Said();

    @Override
    public long length(Direction direction, ByteView unread) {
        return PtpMessage.sound(unread) ? unread.length() : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        said.by(direction, sink);
        int type = PtpMessage.type(message);
        int domain = message.u8(4);
        if (said.isNew(type << 16 | domain << 8 | message.u8(1))) {
            String version = "2." + (message.u8(1) >> 4);
            said.state(PtpFacts.MESSAGE.partial(PtpMessage.name(type), domain, version));
        }
        boolean authenticated = PtpMessage.authenticated(message);
        if (said.isNew(1 << 24 | (authenticated ? 1 : 0))) {
            said.state(PtpFacts.AUTHENTICATION.partial(authenticated ? "authentication-tlv" : "none"));
        }
        return Progress.CONTINUE;
    }
}
