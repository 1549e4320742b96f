// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** Reads one flow between a node and a charging gateway, and states each message once. Records are not read. */
final class PrimeReader implements MessageGrammar {
    private static final int ECHO_RESPONSE = 2;

    private final Said said = new Said();

    @Override
    public long length(Direction direction, ByteView unread) {
        return PrimeMessage.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        boolean whole = PrimeMessage.length(message) == message.length();
        boolean beginning = message.length() == MessageDissector.OCTETS_READ;
        if (!beginning && !(whole && PrimeMessage.sound(message, message.length()))) {
            return Progress.MALFORMED;
        }
        int type = message.u8(1);
        if (said.by(direction, sink).isNew(type)) {
            boolean gateway = direction == Direction.FROM_SERVER;
            said.state(PrimeFacts.MESSAGE.partial(PrimeMessage.NAMES.name(type), gateway ? "gateway" : "node"));
            if (gateway && type == ECHO_RESPONSE) {
                said.state(PrimeFacts.ECHO.partial(true));
            }
        }
        return Progress.CONTINUE;
    }
}
