// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netflow;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** States what the collector is sent, each once. */
final class ExportReader implements MessageGrammar {
    private final boolean ipfix;
    private final Said said = new Said();

    ExportReader(boolean ipfix) {
        this.ipfix = ipfix;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        if (ipfix) {
            return FlowExport.ipfixLength(unread);
        }
        return FlowExport.netflow(unread) ? unread.length() : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        said.by(direction, sink);
        if (ipfix) {
            if (said.isNew(message.u32(12))) {
                said.state(NetflowFacts.IPFIX_EXPORT.partial(message.u32(12)));
            }
            return Progress.CONTINUE;
        }
        int version = message.u16(0);
        long source = version == 9 ? message.u32(16) : version == 5 ? message.u16(20) : 0;
        if (said.isNew((long) version << 32 | source)) {
            said.state(NetflowFacts.EXPORT.partial(version, source));
        }
        return Progress.CONTINUE;
    }
}
