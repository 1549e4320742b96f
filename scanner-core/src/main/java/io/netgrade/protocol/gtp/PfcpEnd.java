// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.protocol.Said;
import io.netgrade.protocol.gtp.NumberSeries.Order;
import io.netgrade.wire.ByteView;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** States what one end shows of itself, each thing once. */
final class PfcpEnd {
    private static final int HEARTBEAT_RESPONSE = 2;
    private static final int ASSOCIATION_RESPONSE = 6;
    private static final int ESTABLISHMENT_REQUEST = 50;
    private static final int ESTABLISHMENT_RESPONSE = 51;
    private static final int DELETION_RESPONSE = 55;
    private static final int REPORT_REQUEST = 56;

    private static final int MESSAGE = 1 << 8;

    private static final int CREATED_RULE = 8;
    private static final int CAUSE = 19;
    private static final int TUNNEL_ENDPOINT = 21;
    private static final int SESSION_ENDPOINT = 57;
    private static final int NODE_ID = 60;
    private static final int STARTED = 96;
    private static final int USER_ID = 141;

    /** Seconds from 1900 to 1970: the stamp counts as NTP does (TS 29.244 8.2.65). */
    private static final long FROM_1900 = 2_208_988_800L;

    private static final int ACCEPTED = 1;
    private static final int ADDRESSED = 0x03;

    private final Said said;
    private final NumberSeries tunnels = new NumberSeries();
    private final NumberSeries sessions = new NumberSeries();
    private final PfcpIdentities identities;

    /** @param said told who speaks before each message */
    PfcpEnd(Said said) {
        this.said = said;
        this.identities = new PfcpIdentities(said);
    }

    void read(ByteView bytes, int at) {
        int type = PfcpMessage.type(bytes, at);
        int body = PfcpMessage.body(bytes, at);
        int end = PfcpMessage.end(bytes, at);
        if (said.isNew(MESSAGE | type)) {
            said.state(PfcpFacts.MESSAGE.partial(PfcpMessage.NAMES.name(type)));
        }
        if (type >= ESTABLISHMENT_REQUEST) {
            session(bytes, at);
        } else if (type == HEARTBEAT_RESPONSE) {
            heartbeat(bytes, PfcpMessage.find(bytes, body, end, STARTED, 4));
        } else if (type == ASSOCIATION_RESPONSE) {
            association(bytes, PfcpMessage.find(bytes, body, end, CAUSE, 1));
        }
        int node = PfcpMessage.find(bytes, body, end, NODE_ID, 2);
        if (node >= 0 && said.isNew(Said.hash(NODE_ID, bytes, node, bytes.u16(node - 2)))) {
            PfcpNode.told(bytes, node).ifPresent(said::state);
        }
    }

    private void heartbeat(ByteView bytes, int stamp) {
        long seconds = stamp < 0 ? 0 : bytes.u32(stamp);
        if (said.isNew((long) STARTED << 32 | seconds)) {
            said.state(PfcpFacts.HEARTBEAT.partial(true, stamp < 0 ? null : started(seconds)));
        }
    }

    private void association(ByteView bytes, int cause) {
        @Nullable String word = cause < 0 ? null : bytes.u8(cause) == ACCEPTED ? "accepted" : "rejected";
        if (said.isNew((long) CAUSE << 32 | (word == null ? 0 : word.length()))) {
            said.state(PfcpFacts.ASSOCIATION.partial(true, word));
        }
    }

    private void session(ByteView bytes, int at) {
        int type = PfcpMessage.type(bytes, at);
        int body = PfcpMessage.body(bytes, at);
        int end = PfcpMessage.end(bytes, at);
        int sequence = PfcpMessage.sequence(bytes, at);
        boolean asks = type % 2 == 0;
        boolean control = asks == type < REPORT_REQUEST;
        if (said.isNew(control ? 1 : 2)) {
            said.state(PfcpFacts.SESSION.partial(control ? "control-plane" : "user-plane"));
        }
        int user = PfcpMessage.find(bytes, body, end, USER_ID, 1);
        if (user >= 0) {
            identities.read(bytes, user, user + bytes.u16(user - 2));
        }
        if (type == ESTABLISHMENT_REQUEST || type == ESTABLISHMENT_RESPONSE) {
            int endpoint = PfcpMessage.find(bytes, body, end, SESSION_ENDPOINT, 9);
            if (endpoint >= 0) {
                // A request may be tried again with the same identifier.
                given("seid", sessions, bytes.i64(endpoint + 1), sequence, asks);
            }
        }
        if (!asks && type < DELETION_RESPONSE) {
            createdRules(bytes, body, end, sequence);
        }
    }

    /** The tunnel endpoints that a user plane chose (TS 29.244 table 7.5.3.2-1). */
    private void createdRules(ByteView bytes, int body, int end, int sequence) {
        int next;
        for (int at = body; at < end; at = next) {
            next = PfcpMessage.next(bytes, at, end);
            if (bytes.u16(at) == CREATED_RULE) {
                int endpoint = PfcpMessage.find(bytes, at + PfcpMessage.ELEMENT_HEADER, next, TUNNEL_ENDPOINT, 9);
                if (endpoint >= 0 && (bytes.u8(endpoint) & ADDRESSED) != 0) {
                    given("teid", tunnels, bytes.u32(endpoint + 1), sequence, true);
                }
            }
        }
    }

    private void given(String kind, NumberSeries series, long identifier, int sequence, boolean repeatable) {
        Optional<Order> order = series.add(identifier, sequence, repeatable);
        if (order.isPresent()) {
            said.state(PfcpFacts.IDENTIFIERS.partial(kind, order.get().word(), series.seen()));
        }
    }

    private static Instant started(long seconds) {
        return Instant.ofEpochSecond(seconds - FROM_1900);
    }
}
