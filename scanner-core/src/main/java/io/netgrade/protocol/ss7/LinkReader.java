// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Carriage;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** Reads the messages that two signalling points send to each other on a link. */
final class LinkReader implements Dissector {
    private final LinkUser user;
    private final Said said = new Said(Ss7Reader.MOST_REMEMBERED);
    private final Ss7Reader ss7;

    LinkReader(LinkUser user, Ss7Facts facts) {
        this.user = user;
        this.ss7 = new Ss7Reader(facts, said);
        // Each of the two is a service of its own when it speaks.
        ss7.from("server");
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        ByteView message = bytes.unread();
        if (!user.isSound(message)) {
            return Progress.MALFORMED;
        }
        said.by(direction, sink);
        Carriage link = bytes.carriage();
        switch (user) {
            case MTP3 -> ss7.label(link.originatingPoint(), link.destinationPoint(), LinkUser.service(message));
            case SCCP -> ss7.labelled(message, link.originatingPoint(), link.destinationPoint());
        }
        bytes.consumeAll();
        return Progress.CONTINUE;
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        return true;
    }
}
