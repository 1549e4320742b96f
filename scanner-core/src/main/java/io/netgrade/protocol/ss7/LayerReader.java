// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** Reads one association message by message, and states each thing once. */
final class LayerReader implements MessageGrammar {
    private static final int LINK_STATUS = 11 << 8 | 2;
    private static final int USER_DATA = 11 << 8 | 1;
    private static final int READY = 4;
    private static final int SUA_SOURCE = 0x0102;
    private static final int SUA_DESTINATION = 0x0103;

    private final Layer layer;
    private final LayerFacts facts;
    private final Said said = new Said(Ss7Reader.MOST_REMEMBERED);
    private final Ss7Reader ss7;

    LayerReader(Layer layer, LayerFacts facts) {
        this.layer = layer;
        this.facts = facts;
        this.ss7 = new Ss7Reader(facts.ss7(), said);
    }

    /** A datagram may bear padding behind the message, which belongs to nobody. */
    @Override
    public long length(Direction direction, ByteView unread) {
        return LayerMessage.length(layer, unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        long length = LayerMessage.length(layer, message);
        int end = (int) Math.min(length, message.length());
        boolean whole = end == length;
        if (length <= 0 || (whole && !LayerMessage.sound(layer, message, end))) {
            return Progress.MALFORMED;
        }
        said.by(direction, sink);
        int kind = LayerMessage.kind(message);
        String from = layer.symmetric() || direction == Direction.FROM_SERVER ? "server" : "client";
        if (said.isNew(kind)) {
            said.state(facts.message().partial(LayerMessage.NAMES.name(kind), from));
            accepted(kind);
        }
        ss7.from(from);
        carried(message, kind, end);
        return Progress.CONTINUE;
    }

    private void accepted(int kind) {
        String name = LayerMessage.NAMES.name(kind);
        switch (name) {
            case "asp-up-ack", "asp-active-ack", "registration-response" ->
                said.state(facts.accepted().partial(name));
            default -> {
                // A link's state is looked at in each message, as one of them alone says that it came up.
            }
        }
    }

    private void carried(ByteView message, int kind, int end) {
        switch (layer) {
            case M3UA -> ss7.transfer(message, LayerMessage.find(message, end, layer.data()));
            case M2UA -> link(message, end);
            case M2PA -> {
                if (kind == USER_DATA) {
                    ss7.link(message, LayerMessage.LINK_HEADER + 1, end);
                } else if (kind == LINK_STATUS && message.u32(LayerMessage.LINK_HEADER) == READY) {
                    ready();
                }
            }
            case SUA ->
                ss7.unitData(
                        message,
                        LayerMessage.find(message, end, SUA_DESTINATION),
                        LayerMessage.find(message, end, SUA_SOURCE),
                        LayerMessage.find(message, end, layer.data()));
            case IUA -> {
                // Calls of an access line are not looked at.
            }
        }
    }

    /** A signal unit of a link; Japan's has a length indicator before it (RFC 3331 3.3.1.1). */
    private void link(ByteView message, int end) {
        int data = LayerMessage.find(message, end, layer.data());
        int counted = LayerMessage.find(message, end, layer.data() + 1);
        if (data != LayerMessage.NONE) {
            ss7.link(message, data, LayerMessage.valueEnd(message, data));
        } else if (counted != LayerMessage.NONE) {
            ss7.link(message, counted + 1, LayerMessage.valueEnd(message, counted));
        }
    }

    private void ready() {
        if (said.isNew(1L << 32)) {
            said.state(facts.accepted().partial("link-ready"));
        }
    }
}
