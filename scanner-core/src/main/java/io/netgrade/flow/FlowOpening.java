// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Carriage;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Protocol;
import io.netgrade.wire.ByteView;
import java.util.Optional;

/** The opening of whichever flow is being recognised; one object for all. */
final class FlowOpening implements Opening {
    private final ByteView[] bytes = {new ByteView(), new ByteView()};
    private final Below below;
    private final Optional<Protocol> tls;
    private Transport transport = Transport.TCP;
    private boolean initiatorKnown;
    private int initiator;
    private int initiatorPort;
    private int responderPort;

    FlowOpening(Below below, Optional<Protocol> tls) {
        this.below = below;
        this.tls = tls;
    }

    /** Of an entry of the table; what each side said is then put into {@link #side}. */
    void of(FlowTable table, int entry, boolean holed) {
        int state = table.state(entry);
        transport = table.transport(entry);
        initiator = FlowState.initiator(state);
        initiatorKnown = FlowState.synKnown(state) && !holed;
        initiatorPort = table.port(entry, initiator);
        responderPort = table.port(entry, 1 - initiator);
        bytes[0].clear();
        bytes[1].clear();
    }

    ByteView side(int side) {
        return bytes[side];
    }

    void clear() {
        bytes[0].clear();
        bytes[1].clear();
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public ByteView fromInitiator() {
        return bytes[initiator];
    }

    @Override
    public ByteView fromResponder() {
        return bytes[1 - initiator];
    }

    @Override
    public boolean initiatorKnown() {
        return initiatorKnown;
    }

    @Override
    public int initiatorPort() {
        return initiatorPort;
    }

    @Override
    public int responderPort() {
        return responderPort;
    }

    @Override
    public Carriage carriage() {
        return below;
    }

    @Override
    public Optional<Dissector> tls() {
        return tls.map(protocol -> protocol.dissect(this));
    }
}
