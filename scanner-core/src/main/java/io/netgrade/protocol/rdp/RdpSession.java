// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rdp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection, up to TLS or to the server's answer to MCS Connect-Initial. */
final class RdpSession implements MessageGrammar {
    private static final String[] PROTOCOLS = {"tls", "credssp", "rdstls", "credssp-early", "aad"};
    private static final String[] REFUSALS = {
        "tls-required",
        "tls-not-allowed",
        "tls-certificate-missing",
        "inconsistent-flags",
        "credssp-required",
        "tls-with-user-authentication-required",
        "aad-required"
    };
    /** SC_SECURITY: its type and length, then method and level. */
    private static final int SERVER_SECURITY = 0x0C02;

    private static final int DATA = 0xF0;

    private @Nullable List<String> requested;
    private boolean confirmed;

    @Override
    public long length(Direction direction, ByteView unread) {
        if (unread.length() < RdpRecognition.TPKT) {
            return unread.u8(0) == 3 ? UNKNOWN : BROKEN;
        }
        int length = unread.u16(2);
        return unread.u8(0) == 3 && unread.u8(1) == 0 && length > RdpRecognition.TPKT ? length : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int kind = message.length() > 5 ? message.u8(5) : 0;
        if (direction == Direction.FROM_CLIENT) {
            if (kind == RdpRecognition.REQUEST) {
                requested = requested(message);
            }
            return Progress.CONTINUE;
        }
        if (kind == RdpRecognition.CONFIRM && !confirmed) {
            confirmed = true;
            return confirmed(message, sink);
        }
        return kind == DATA ? encryption(message, sink) : Progress.MALFORMED;
    }

    private static @Nullable List<String> requested(ByteView message) {
        int at = message.length() - RdpRecognition.NEGOTIATION;
        boolean asks = at >= RdpRecognition.TPKT + RdpRecognition.X224
                && RdpRecognition.isNegotiation(message, at, RdpRecognition.ASKS);
        List<String> names = new ArrayList<>();
        names.add("standard");
        long flags = asks ? message.u32le(at + 4) : 0;
        for (int bit = 0; bit < PROTOCOLS.length; bit++) {
            if ((flags >> bit & 1) != 0) {
                names.add(PROTOCOLS[bit]);
            }
        }
        return names;
    }

    private Progress confirmed(ByteView message, ObservationSink sink) {
        int at = RdpRecognition.TPKT + RdpRecognition.X224;
        if (RdpRecognition.isNegotiation(message, at, RdpRecognition.REFUSES)) {
            long code = message.u32le(at + 4);
            boolean known = code >= 1 && code <= REFUSALS.length;
            sink.saw(RdpFacts.SECURITY.partial(null, requested, known ? REFUSALS[(int) code - 1] : "other"));
            return Progress.DONE;
        }
        long taken = RdpRecognition.isNegotiation(message, at, RdpRecognition.TAKES) ? message.u32le(at + 4) : 0;
        sink.saw(RdpFacts.SECURITY.partial(word(taken), requested, null));
        return taken == 0 ? Progress.CONTINUE : Progress.START_TLS;
    }

    private static String word(long taken) {
        for (int bit = 0; bit < PROTOCOLS.length; bit++) {
            if (taken == 1L << bit) {
                return PROTOCOLS[bit];
            }
        }
        return taken == 0 ? "standard" : "other";
    }

    /** In the server's answer lie blocks, each with a type and a length in little-endian order. */
    private static Progress encryption(ByteView message, ObservationSink sink) {
        for (int at = RdpRecognition.TPKT; at + 12 <= message.length(); at++) {
            boolean block = message.u16le(at) == SERVER_SECURITY
                    && message.u16le(at + 2) >= 12
                    && message.u32le(at + 4) <= 16
                    && message.u32le(at + 8) <= 4;
            if (block) {
                sink.saw(RdpFacts.ENCRYPTION.partial(
                        method((int) message.u32le(at + 4)), level((int) message.u32le(at + 8))));
                return Progress.DONE;
            }
        }
        return Progress.DONE;
    }

    private static String method(int method) {
        return switch (method) {
            case 0 -> "none";
            case 1 -> "rc4-40";
            case 2 -> "rc4-128";
            case 8 -> "rc4-56";
            case 16 -> "3des-fips";
            default -> "other";
        };
    }

    private static String level(int level) {
        return switch (level) {
            case 0 -> "none";
            case 1 -> "low";
            case 2 -> "client-compatible";
            case 3 -> "high";
            default -> "fips";
        };
    }
}
