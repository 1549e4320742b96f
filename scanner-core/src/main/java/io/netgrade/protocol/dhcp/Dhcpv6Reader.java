// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dhcp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** States the answers of a server, each once. */
final class Dhcpv6Reader implements MessageGrammar {
    private final Said said = new Said();

    @Override
    public long length(Direction direction, ByteView unread) {
        return Dhcpv6Message.sound(unread) ? unread.length() : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        String answer = Dhcpv6Message.answer(message.u8(0));
        if (direction == Direction.FROM_SERVER && answer != null) {
            said.by(direction, sink);
            if (said.isNew(message.u8(0))) {
                said.state(Dhcpv6Facts.ANSWER.partial(answer));
            }
            boolean authenticated = Dhcpv6Message.has(message, Dhcpv6Message.AUTHENTICATION);
            if (said.isNew(authenticated ? -1 : -2)) {
                said.state(Dhcpv6Facts.AUTHENTICATION.partial(authenticated));
            }
        }
        return Progress.CONTINUE;
    }
}
