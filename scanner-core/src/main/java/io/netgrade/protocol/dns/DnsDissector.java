// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.dns.DnsMessage.Fit;
import io.netgrade.wire.ByteView;

/** Reads one flow between a client and a server, message by message, and states each thing once. */
final class DnsDissector implements Dissector {
    private static final int LENGTH = 2;

    /** Of a longer message over TCP only so many octets are looked at; the rest is passed over. */
    private static final int OCTETS_READ = 4096;

    private final Transport transport;
    private final DnsMessage message = new DnsMessage();
    private final ServerFacts facts;
    private int clientSurplus;
    private int serverSurplus;

    DnsDissector(Transport transport) {
        this.transport = transport;
        this.facts = new ServerFacts(transport);
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        if (transport == Transport.UDP) {
            ByteView datagram = bytes.unread();
            boolean message = read(direction, datagram, 0, datagram.length(), datagram.length(), sink);
            bytes.consumeAll();
            return message ? Progress.CONTINUE : Progress.MALFORMED;
        }
        return readStream(direction, bytes, sink);
    }

    /** A lost datagram takes nothing else with it; in a stream the next message's beginning is lost. */
    @Override
    public boolean missed(Direction direction, long bytes) {
        return transport == Transport.UDP;
    }

    private Progress readStream(Direction direction, Inbox bytes, ObservationSink sink) {
        passSurplus(direction, bytes);
        while (bytes.unread().length() >= LENGTH) {
            ByteView unread = bytes.unread();
            int declared = unread.u16(0);
            if (declared < DnsMessage.HEADER) {
                return Progress.MALFORMED;
            }
            int read = Math.min(declared, OCTETS_READ);
            if (unread.length() < LENGTH + read) {
                return Progress.CONTINUE;
            }
            read(direction, unread, LENGTH, read, declared, sink);
            bytes.consume(LENGTH + read);
            surplus(direction, declared - read);
            passSurplus(direction, bytes);
        }
        return Progress.CONTINUE;
    }

    /** @return whether it is a message */
    private boolean read(
            Direction direction, ByteView bytes, int at, int available, int declared, ObservationSink sink) {
        if (message.wrap(bytes, at, available, declared) != Fit.YES) {
            return transport == Transport.UDP && LinkMessage.inverse(bytes);
        }
        if (direction == Direction.FROM_CLIENT && !message.response()) {
            facts.asked(message, sink);
        } else if (direction == Direction.FROM_SERVER && message.response()) {
            facts.answered(message, sink);
        }
        return true;
    }

    private void passSurplus(Direction direction, Inbox bytes) {
        int surplus = direction == Direction.FROM_CLIENT ? clientSurplus : serverSurplus;
        int passed = Math.min(surplus, bytes.unread().length());
        if (passed > 0) {
            bytes.consume(passed);
            surplus(direction, surplus - passed);
        }
    }

    private void surplus(Direction direction, int octets) {
        if (direction == Direction.FROM_CLIENT) {
            clientSurplus = octets;
        } else {
            serverSurplus = octets;
        }
    }
}
