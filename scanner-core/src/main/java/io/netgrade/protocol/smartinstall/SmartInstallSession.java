// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smartinstall;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/** Messages up to the switch's first answer. */
final class SmartInstallSession implements MessageGrammar {

    @Override
    public long length(Direction direction, ByteView unread) {
        return unread.length() < SmartInstallMessage.HEADER ? UNKNOWN : SmartInstallMessage.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        boolean answers = direction == Direction.FROM_SERVER;
        sink.saw(SmartInstallFacts.SERVICE.partial(answers, message.u32(8)));
        return answers ? Progress.DONE : Progress.CONTINUE;
    }
}
