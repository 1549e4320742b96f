// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.h323;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import org.jspecify.annotations.Nullable;

/**
 * RAS messages (H.225.0 §7.6 to §7.20): a choice of six bits in packed encoding, then a sequence number and, in those that
 * find and enter a zone, the protocol's identifier. By that they are recognised; the others are read on a known flow.
 */
final class RasMessages implements MessageGrammar {
    private static final String[] NAMES = {
        "gatekeeper-request",
        "gatekeeper-confirm",
        "gatekeeper-reject",
        "registration-request",
        "registration-confirm",
        "registration-reject",
        "unregistration-request",
        "unregistration-confirm",
        "unregistration-reject",
        "admission-request",
        "admission-confirm",
        "admission-reject",
        "bandwidth-request",
        "bandwidth-confirm",
        "bandwidth-reject",
        "disengage-request",
        "disengage-confirm",
        "disengage-reject",
        "location-request",
        "location-confirm",
        "location-reject",
        "information-request",
        "information-request-response",
        "non-standard-message",
        "unknown-message-response"
    };
    private static final int LAST_WITH_VERSION = 5;
    static final Octets BEGINNINGS = Octets.where(first -> first >> 2 <= LAST_WITH_VERSION);

    private static final int SHORTEST = 4;
    private static final int VERSION_FROM = 3;
    private static final int VERSION_TO = 8;

    private final Said said = new Said();

    private static int choice(ByteView message) {
        return message.u8(0) >> 2;
    }

    static Speaker speaker(ByteView said) {
        boolean sound = said.length() > VERSION_TO
                && choice(said) <= LAST_WITH_VERSION
                && H225.version(said, VERSION_FROM, VERSION_TO) > 0;
        if (!sound) {
            return Speaker.NOBODY;
        }
        return choice(said) % 3 == 0 ? Speaker.CLIENT : Speaker.SERVER;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        return unread.length() >= SHORTEST && choice(unread) < NAMES.length ? unread.length() : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int version = H225.version(message, VERSION_FROM, VERSION_TO);
        if (version == 0 && choice(message) <= LAST_WITH_VERSION && choice(message) != 2) {
            return Progress.MALFORMED;
        }
        boolean secured = H225.security(message);
        if (!said.by(direction, sink).isNew(choice(message) << 8 | version << 1 | (secured ? 1 : 0))) {
            return Progress.CONTINUE;
        }
        @Nullable Integer known = version == 0 ? null : version;
        sink.saw(H323Protocol.SERVICE.partial("ras", NAMES[choice(message)], known));
        sink.saw(H323Protocol.AUTHENTICATION.partial(secured));
        return Progress.CONTINUE;
    }
}
