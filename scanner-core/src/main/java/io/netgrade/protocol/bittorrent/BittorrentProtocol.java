// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bittorrent;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import java.util.List;
import java.util.Set;

/** BitTorrent, the exchange of files between peers. */
public final class BittorrentProtocol {
    private static final Set<Integer> PORTS = Set.of(6881, 6882, 6883, 6884, 6885, 6886, 6887, 6888, 6889);
    private static final List<Check> CHECKS = List.of(
            FieldCheck.of("bittorrent.presence", "Which of its messages were seen.", BittorrentFacts.MESSAGE, "kind"));

    private static final Protocol PROTOCOL = PlainProtocol.of("bittorrent", "BitTorrent")
            .ports(Transport.TCP, 6881)
            .ports(Transport.UDP, 6881, 6882, 6883, 6884, 6885, 6886, 6887, 6888, 6889)
            .begins(Transport.UDP, BittorrentMessage.DATAGRAMS)
            .facts(BittorrentFacts.MESSAGE)
            .checks(CHECKS)
            .recognisedBy(BittorrentProtocol::recognise)
            .readBy(BittorrentProtocol::reader)
            .build();

    private BittorrentProtocol() {}

    public static Protocol protocol() {
        return PROTOCOL;
    }

    private static Recognition recognise(Opening opening) {
        if (opening.transport() == Transport.UDP) {
            return datagram(opening);
        }
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        boolean usual = usual(opening);
        if (spoke(opening.fromInitiator(), usual) || spoke(opening.fromResponder(), usual)) {
            return Recognition.SERVER_UNKNOWN;
        }
        boolean begun = BittorrentMessage.beginsHandshake(opening.fromInitiator())
                && BittorrentMessage.beginsHandshake(opening.fromResponder());
        return begun || usual ? Recognition.NEED_MORE : Recognition.NO;
    }

    /** Peers may agree under encryption (MSE) to go on without: the handshake then stands behind that. */
    private static boolean spoke(ByteView bytes, boolean usual) {
        return BittorrentMessage.handshake(bytes) || (usual && BittorrentMessage.handshakeAt(bytes) >= 0);
    }

    private static boolean usual(Opening opening) {
        return PORTS.contains(opening.responderPort()) || PORTS.contains(opening.initiatorPort());
    }

    private static Recognition datagram(Opening opening) {
        return switch (BittorrentMessage.datagram(Datagrams.of(opening))) {
            case DHT_ANSWER -> Datagrams.senderServes(opening);
            case DHT_QUERY, LOCAL_DISCOVERY, TRACKER, UTP_OPENING -> Datagrams.receiverServes(opening);
            case HANDSHAKE -> Recognition.PEERS;
            case UTP -> usual(opening) ? Recognition.BY_PORT : Recognition.NO;
            case NONE -> Recognition.NO;
        };
    }

    private static Dissector reader(Opening opening) {
        if (opening.transport() == Transport.TCP) {
            return (direction, inbox, sink) -> {
                int at = BittorrentMessage.handshakeAt(inbox.unread());
                if (at < 0) {
                    return before(inbox);
                }
                sink.saw(BittorrentFacts.MESSAGE.partial("handshake"));
                inbox.consumeAll();
                return direction == Direction.FROM_SERVER ? Progress.DONE : Progress.CONTINUE;
            };
        }
        return Datagrams.readBy((datagram, said) -> {
            BittorrentMessage.Kind kind = BittorrentMessage.datagram(datagram.unread());
            if (kind != BittorrentMessage.Kind.NONE && said.isNew(kind.word().hashCode())) {
                said.state(BittorrentFacts.MESSAGE.partial(kind.word()));
            }
            return kind != BittorrentMessage.Kind.NONE;
        });
    }

    /** What stands before a handshake is passed over, but for an end that may be the beginning of one. */
    private static Progress before(Inbox inbox) {
        int passed = inbox.unread().length() - BittorrentMessage.HANDSHAKE_LENGTH + 1;
        inbox.consume(Math.max(0, passed));
        return Progress.CONTINUE;
    }
}
