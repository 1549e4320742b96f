// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.diameter;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.CodeNames;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the messages of one connection between two peers. */
final class DiameterReader implements MessageGrammar {
    private static final int CAPABILITIES_EXCHANGE = 257;
    private static final CodeNames APPLICATIONS = CodeNames.read(DiameterReader.class, "applications.tsv");
    private static final CodeNames COMMANDS = CodeNames.read(DiameterReader.class, "commands.tsv");

    private final Said said = new Said();
    private final long payloadProtocol;
    private String asking = "";
    private final Set<Direction> stated = EnumSet.noneOf(Direction.class);

    /** @param payloadProtocol SCTP payload protocol id of the first message, or -1 */
    DiameterReader(long payloadProtocol) {
        this.payloadProtocol = payloadProtocol;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        return DiameterHeader.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        said.by(direction, sink);
        if (!said.isNew(DiameterKey.of(message))) {
            return Progress.CONTINUE;
        }
        DiameterContent content = DiameterContent.of(message, sink);
        stateCarriage(direction, sink);
        stateOrigin(direction, message, content, sink);
        boolean capabilities = DiameterHeader.command(message) == CAPABILITIES_EXCHANGE;
        if (capabilities) {
            return DiameterHeader.request(message) ? asked(content) : agreed(direction, content, sink);
        }
        stateExchange(direction, message, content, sink);
        return Progress.CONTINUE;
    }

    private void stateCarriage(Direction direction, ObservationSink sink) {
        if (!stated.contains(direction)) {
            stated.add(direction);
            @Nullable Long protocol = payloadProtocol > 0 ? payloadProtocol : null;
            sink.saw(DiameterFacts.CARRIAGE.partial("none", protocol));
        }
    }

    private static void stateOrigin(
            Direction direction, ByteView message, DiameterContent content, ObservationSink sink) {
        if (content.originHost().isEmpty()) {
            return;
        }
        String realm = content.originRealm();
        if (direction == Direction.FROM_SERVER) {
            sink.saw(DiameterFacts.NODE.partial(content.originHost(), realm));
            content.software().ifPresent(sink::saw);
            if (!content.hostAddress().isEmpty()) {
                sink.saw(DiameterFacts.INTERNAL_ADDRESS.partial(content.hostAddress()));
            }
        } else {
            sink.saw(DiameterFacts.PEER.partial(content.originHost(), realm));
        }
        if (DiameterHeader.request(message) && content.routeRecords() > 0) {
            sink.saw(DiameterFacts.ROUTE_RECORD.partial(content.routeRecords()));
        }
    }

    private Progress asked(DiameterContent content) {
        asking = content.originHost();
        return Progress.CONTINUE;
    }

    private Progress agreed(Direction direction, DiameterContent content, ObservationSink sink) {
        if (direction == Direction.FROM_CLIENT || content.resultCode() < 0) {
            return Progress.CONTINUE;
        }
        long code = content.resultCode();
        sink.saw(DiameterFacts.CAPABILITIES.partial(asking.isEmpty() ? null : asking, code, code / 1000 == 2));
        if (!content.applications().isEmpty()) {
            sink.saw(DiameterFacts.APPLICATIONS.partial(
                    content.applications().stream().map(APPLICATIONS::of).toList(),
                    content.applications().stream().map(String::valueOf).toList()));
        }
        boolean tls = content.offersTls();
        sink.saw(DiameterFacts.INBAND_SECURITY.partial(List.of(tls ? "tls" : "none")));
        return tls && code / 1000 == 2 ? Progress.START_TLS : Progress.CONTINUE;
    }

    private static void stateExchange(
            Direction direction, ByteView message, DiameterContent content, ObservationSink sink) {
        int command = DiameterHeader.command(message);
        boolean answer = direction == Direction.FROM_SERVER && !DiameterHeader.request(message);
        if (answer && command != DiameterHeader.DISCONNECT_PEER) {
            long application = DiameterHeader.application(message);
            @Nullable Long code = content.resultCode() < 0 ? null : content.resultCode();
            sink.saw(DiameterFacts.EXCHANGE.partial(
                    APPLICATIONS.of(application), application, COMMANDS.of(command), code));
        }
    }
}
