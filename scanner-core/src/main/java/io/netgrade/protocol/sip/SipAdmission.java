// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sip;

import io.netgrade.fact.ObservationSink;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether the server wants a login: which answer comes to which request outside a dialog. */
final class SipAdmission {
    private static final int MOST_OUTSTANDING = 128;
    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_UNAUTHORIZED = 407;

    /** Whether the request had credentials, by the transaction's Call-ID and CSeq. */
    private final Map<Long, Boolean> outstanding = new LinkedHashMap<>();

    void asked(SipMessage request) {
        boolean outsideDialog = SipWords.parameter(request.first("to"), "tag").isEmpty();
        if (outsideDialog && admits(request.method())) {
            if (outstanding.size() == MOST_OUTSTANDING) {
                outstanding.clear();
            }
            outstanding.put(transaction(request), SipCredentials.in(request));
        }
    }

    void answered(SipMessage response, ObservationSink sink) {
        int status = response.status();
        Boolean loggedIn = status < 200 ? null : outstanding.remove(transaction(response));
        String method = response.askedMethod();
        boolean refused = status == UNAUTHORIZED || status == PROXY_UNAUTHORIZED;
        if (refused && admits(method)) {
            state(method, true, sink);
        } else if (loggedIn != null && !loggedIn && status >= 200 && status < 300) {
            state(method, false, sink);
        }
    }

    private static void state(String method, boolean challenged, ObservationSink sink) {
        sink.saw(SipFacts.ADMISSION.partial(method, challenged));
        if (method.equals("REGISTER")) {
            sink.saw(SipFacts.REGISTRATION.partial(challenged));
        }
    }

    private static boolean admits(String method) {
        return switch (method) {
            case "REGISTER", "INVITE", "MESSAGE", "SUBSCRIBE", "PUBLISH", "OPTIONS", "REFER" -> true;
            default -> false;
        };
    }

    private static long transaction(SipMessage message) {
        return (long) message.first("call-id").hashCode() << 32
                | (message.first("cseq").hashCode() & 0xFFFF_FFFFL);
    }
}
