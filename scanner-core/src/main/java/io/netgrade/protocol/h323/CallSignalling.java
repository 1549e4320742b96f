// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.h323;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** Reads the messages of one call signalling channel. */
final class CallSignalling implements MessageGrammar {

    @Override
    public long length(Direction direction, ByteView unread) {
        return Q931.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int user = Q931.userUser(message, message.length());
        int version = user < 0 ? 0 : H225.version(message, user, message.length());
        @Nullable Integer known = version == 0 ? null : version;
        sink.saw(H323Protocol.SERVICE.partial("call-signalling", Q931.name(Q931.type(message)), known));
        if (user >= 0) {
            sink.saw(H323Protocol.AUTHENTICATION.partial(H225.security(message)));
        }
        stateNumbers(message, sink);
        return Progress.CONTINUE;
    }

    private static void stateNumbers(ByteView message, ObservationSink sink) {
        int at = Q931.FIRST_ELEMENT;
        while (at < message.length()) {
            int size = Q931.element(message, at, message.length());
            if (size < 0) {
                return;
            }
            if (size > 3 && message.u8(at) == Q931.CALLING_PARTY) {
                sink.saw(H323Protocol.SUBSCRIBER_IDENTITY.partial("msisdn", "calling-party"));
            } else if (size > 3 && message.u8(at) == Q931.CALLED_PARTY) {
                sink.saw(H323Protocol.SUBSCRIBER_IDENTITY.partial("msisdn", "called-party"));
            }
            at += size;
        }
    }
}
