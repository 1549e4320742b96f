// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.slp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** States the answers of the agent, each once. */
final class SlpReader implements MessageGrammar {
    private final Said said = new Said();

    @Override
    public long length(Direction direction, ByteView unread) {
        return SlpMessage.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        said.by(direction, sink);
        String function = SlpMessage.answer(message.u8(1));
        if (direction == Direction.FROM_SERVER && function != null && said.isNew(message.u16(0))) {
            said.state(SlpFacts.ANSWER.partial(function, message.u8(0)));
        }
        return Progress.CONTINUE;
    }
}
