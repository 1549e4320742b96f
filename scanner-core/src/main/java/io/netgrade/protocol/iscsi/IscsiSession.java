// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.iscsi;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One connection, up to the end of its log-in. */
final class IscsiSession implements MessageGrammar {
    private static final String METHOD = "AuthMethod=";
    private static final List<String> METHODS = List.of("chap", "krb5", "none", "spkm1", "spkm2", "srp");
    private static final int STATUS = 36;
    private static final int LONGEST_VALUE = 64;
    private static final int FULL_FEATURE = 0x83;

    private @Nullable List<String> offered;
    private boolean authenticated;

    @Override
    public long length(Direction direction, ByteView unread) {
        return unread.length() < IscsiMessage.HEADER ? UNKNOWN : IscsiMessage.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int kind = message.u8(0);
        if (direction == Direction.FROM_CLIENT) {
            String value = kind == IscsiMessage.LOGIN ? method(message) : "";
            offered = value.isEmpty()
                    ? offered
                    : Stream.of(value.split(","))
                            .map(IscsiSession::known)
                            .distinct()
                            .toList();
            return Progress.CONTINUE;
        }
        if (kind != IscsiMessage.ANSWER) {
            return Progress.DONE;
        }
        String chosen = method(message);
        if (!chosen.isEmpty()) {
            authenticated = !chosen.equals("none");
            sink.saw(IscsiFacts.AUTHENTICATION.partial(known(chosen), offered));
        }
        int status = message.u8(STATUS);
        boolean over = status != 0 || (message.u8(1) & FULL_FEATURE) == FULL_FEATURE;
        // A redirection tells nothing of the log-in.
        if (over && status != 1) {
            sink.saw(IscsiFacts.LOGIN.partial(status == 0, authenticated));
        }
        return over ? Progress.DONE : Progress.CONTINUE;
    }

    /** Names of RFC 7143 §12.1; what a vendor or a client puts there is not shown. */
    private static String known(String method) {
        return METHODS.contains(method) ? method : "other";
    }

    /** The value of AuthMethod among the keys, in lower case; empty where there is none. */
    private static String method(ByteView message) {
        String text = message.ascii(IscsiMessage.HEADER, message.length() - IscsiMessage.HEADER);
        int from = text.startsWith(METHOD) ? 0 : text.indexOf("\0" + METHOD) + 1;
        if (!text.startsWith(METHOD, from)) {
            return "";
        }
        int start = from + METHOD.length();
        int end = text.indexOf('\0', start);
        boolean sound = end > start && end - start <= LONGEST_VALUE;
        return sound ? text.substring(start, end).toLowerCase(Locale.ROOT) : "";
    }
}
