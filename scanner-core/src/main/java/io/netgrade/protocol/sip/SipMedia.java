// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sip;

import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.SessionDescription;
import io.netgrade.protocol.SessionDescription.Media;
import java.util.HashSet;
import java.util.Set;

/**
 * Which descriptions of media offer and which agree (RFC 3261 §13.2.1, RFC 3264): an INVITE offers and its answer agrees;
 * where an INVITE has none, the answer offers and the ACK agrees.
 */
final class SipMedia {
    private static final int MOST_CALLS = 64;

    /** Calls whose newest INVITE came without a description, by a hash of their Call-ID. */
    private final Set<Integer> withoutOffer = new HashSet<>();

    void state(SipMessage message, ObservationSink sink) {
        boolean described = message.hasSessionDescription();
        int call = message.first("call-id").hashCode();
        String method = message.request() ? message.method() : message.askedMethod();
        boolean answered = !message.request() && message.status() < 300;
        if (message.request() && method.equals("INVITE")) {
            invited(call, described);
        }
        if (!described) {
            return;
        }
        boolean late = withoutOffer.contains(call);
        if (message.request()) {
            state(message, method.equals("ACK") && late ? SipFacts.MEDIA_AGREED : SipFacts.MEDIA_OFFERED, sink);
        } else if (answered && method.equals("INVITE")) {
            state(message, late ? SipFacts.MEDIA_OFFERED : SipFacts.MEDIA_AGREED, sink);
        }
    }

    private void invited(int call, boolean described) {
        if (described) {
            withoutOffer.remove(call);
        } else {
            if (withoutOffer.size() == MOST_CALLS) {
                withoutOffer.clear();
            }
            withoutOffer.add(call);
        }
    }

    private static void state(SipMessage message, FactType type, ObservationSink sink) {
        for (Media media : SessionDescription.media(message.body())) {
            sink.saw(type.partial(media.kind(), media.profile(), media.keying(), media.suites()));
        }
    }
}
