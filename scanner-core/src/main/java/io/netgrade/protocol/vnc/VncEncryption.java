// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.vnc;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows the choice of VeNCrypt (security type 19): both versions, the server's word, its subtypes, the client's
 * choice, the server's word again, and TLS.
 */
final class VncEncryption {
    private static final int VERSION = 2;
    private static final int SUBTYPE = 4;
    private static final int MOST_SUBTYPES = 32;
    private static final int FIRST_WITH_TLS = 257;
    private static final int LAST_WITH_TLS = 264;

    private enum Step {
        VERSION,
        WORD,
        SUBTYPES,
        LAST_WORD
    }

    private Step step = Step.VERSION;
    private int said;
    private long chosen;

    /** Of what the client says, the four octets behind its version are its choice. */
    void said(ByteView bytes) {
        for (int at = 0; at < bytes.length() && said < VERSION + SUBTYPE; at++) {
            said++;
            chosen = said > VERSION ? chosen << 8 | bytes.u8(at) : 0;
        }
    }

    Progress answered(Inbox bytes, ObservationSink sink) {
        Progress progress = Progress.CONTINUE;
        while (progress == Progress.CONTINUE) {
            ByteView unread = bytes.unread();
            int needed = needed(unread);
            if (unread.length() < needed) {
                return Progress.CONTINUE;
            }
            progress = take(unread, sink);
            bytes.consume(needed);
        }
        return progress;
    }

    private int needed(ByteView unread) {
        return switch (step) {
            case VERSION -> VERSION;
            case WORD, LAST_WORD -> 1;
            case SUBTYPES -> unread.length() == 0 ? 1 : 1 + SUBTYPE * unread.u8(0);
        };
    }

    private Progress take(ByteView unread, ObservationSink sink) {
        int first = unread.u8(0);
        switch (step) {
            case VERSION -> step = Step.WORD;
            case WORD -> {
                step = Step.SUBTYPES;
                return first == 0 ? Progress.CONTINUE : Progress.DONE;
            }
            case SUBTYPES -> {
                step = Step.LAST_WORD;
                return subtypes(unread, first, sink);
            }
            case LAST_WORD -> {
                boolean tls = first == 1 && chosen >= FIRST_WITH_TLS && chosen <= LAST_WITH_TLS;
                return tls ? Progress.START_TLS : Progress.DONE;
            }
        }
        return Progress.CONTINUE;
    }

    private static Progress subtypes(ByteView unread, int count, ObservationSink sink) {
        if (count == 0 || count > MOST_SUBTYPES) {
            return count == 0 ? Progress.DONE : Progress.MALFORMED;
        }
        List<String> names = new ArrayList<>();
        for (int subtype = 0; subtype < count; subtype++) {
            names.add(name(unread.u32(1 + SUBTYPE * subtype)));
        }
        sink.saw(VncFacts.ENCRYPTION_OFFERED.complete(names));
        return Progress.CONTINUE;
    }

    private static String name(long subtype) {
        return switch ((int) subtype) {
            case 256 -> "plain";
            case 257 -> "tls-none";
            case 258 -> "tls-vnc";
            case 259 -> "tls-plain";
            case 260 -> "x509-none";
            case 261 -> "x509-vnc";
            case 262 -> "x509-plain";
            case 263 -> "tls-sasl";
            case 264 -> "x509-sasl";
            default -> "subtype " + subtype;
        };
    }
}
