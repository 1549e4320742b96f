// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sflow;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import java.util.List;

/** sFlow over UDP. */
public final class SflowProtocol {
    public static final FactType EXPORT = FactType.of("sflow.export", "Samples that an agent sent to the collector.")
            .number("version", "version of sFlow");

    private SflowProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("sflow", "sFlow")
                .ports(Transport.UDP, 6343)
                .begins(Transport.UDP, Octets.of(0))
                .facts(EXPORT)
                .checks(List.of(FieldCheck.of("sflow.in-clear", "Whether samples pass in clear.", EXPORT, "version")
                        .inClear()))
                .recognisedBy(SflowProtocol::recognition)
                .readBy(opening -> new MessageDissector(Transport.UDP, new Reader()))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        return opening.transport() == Transport.UDP
                ? Speaker.recognition(opening, bytes -> SflowDatagram.sound(bytes) ? Speaker.CLIENT : Speaker.NOBODY)
                : Recognition.NO;
    }

    private static final class Reader implements MessageGrammar {
        private final Said said = new Said();

        @Override
        public long length(Direction direction, ByteView unread) {
            return SflowDatagram.sound(unread) ? unread.length() : BROKEN;
        }

        @Override
        public Progress read(Direction direction, ByteView message, ObservationSink sink) {
            said.by(direction, sink);
            if (said.isNew(message.u32(0))) {
                said.state(EXPORT.partial(message.u32(0)));
            }
            return Progress.CONTINUE;
        }
    }
}
