// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smb;

import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** What a server of SMB 2 and 3 answers to NEGOTIATE and SESSION_SETUP (MS-SMB2 2.2.4 and 2.2.6). */
final class Smb2Answers {
    private static final int NEGOTIATE = 0;
    private static final int SET_UP = 1;
    private static final int BODY = SmbMessage.AT + 64;
    private static final int NEGOTIATED_SIZE = 65;
    private static final int SET_UP_SIZE = 9;
    private static final int SIGNING_ENABLED = 0x01;
    private static final int SIGNING_REQUIRED = 0x02;
    private static final int CAN_ENCRYPT = 0x40;
    private static final int GUEST = 0x01;
    private static final int ANONYMOUS = 0x02;
    private static final int ENCRYPTS = 0x04;
    private static final int ANY_2 = 0x02FF;
    private static final int VERSION_3 = 0x0300;
    private static final int WITH_CONTEXTS = 0x0311;
    private static final int ENCRYPTION_CONTEXT = 2;
    private static final int MOST_CONTEXTS = 16;

    void answered(ByteView message, int command, ObservationSink sink) {
        if (SmbMessage.status(message) != 0 || message.length() < BODY + 8) {
            return;
        }
        int size = message.u16le(BODY);
        if (command == NEGOTIATE && size == NEGOTIATED_SIZE && message.length() >= BODY + NEGOTIATED_SIZE - 1) {
            negotiated(message, sink);
        } else if (command == SET_UP && size == SET_UP_SIZE) {
            int flags = message.u16le(BODY + 2);
            String kind = (flags & ANONYMOUS) != 0 ? "anonymous" : (flags & GUEST) != 0 ? "guest" : "user";
            sink.saw(SmbFacts.SESSION.partial(kind, (flags & ENCRYPTS) != 0));
        }
    }

    private static void negotiated(ByteView message, ObservationSink sink) {
        int mode = message.u16le(BODY + 2);
        int dialect = message.u16le(BODY + 4);
        boolean required = (mode & SIGNING_REQUIRED) != 0;
        sink.saw(SmbFacts.SIGNING.partial(required || (mode & SIGNING_ENABLED) != 0, required));
        if (dialect == ANY_2) {
            // An answer to a NEGOTIATE of SMB 1 that takes no dialect yet.
            return;
        }
        sink.saw(SmbFacts.DIALECT.partial(version(dialect)));
        if (dialect == WITH_CONTEXTS) {
            @Nullable String cipher = cipher(message);
            sink.saw(SmbFacts.ENCRYPTION.partial(cipher != null, cipher));
        } else {
            boolean can = dialect >= VERSION_3 && (message.u32le(BODY + 24) & CAN_ENCRYPT) != 0;
            sink.saw(SmbFacts.ENCRYPTION.partial(can, null));
        }
    }

    private static String version(int dialect) {
        return switch (dialect) {
            case 0x0202 -> "2.0.2";
            case 0x0210 -> "2.1";
            case VERSION_3 -> "3.0";
            case 0x0302 -> "3.0.2";
            case WITH_CONTEXTS -> "3.1.1";
            default -> "0x" + Integer.toHexString(dialect);
        };
    }

    /** Of the negotiate contexts of SMB 3.1.1, the cipher that the server chose. */
    private static @Nullable String cipher(ByteView message) {
        int contexts = Math.min(message.u16le(BODY + 6), MOST_CONTEXTS);
        long at = SmbMessage.AT + message.u32le(BODY + 60);
        for (int context = 0; context < contexts && at >= BODY && at + 12 <= message.length(); context++) {
            int place = (int) at;
            int length = message.u16le(place + 2);
            if (message.u16le(place) == ENCRYPTION_CONTEXT && length >= 4) {
                return cipherName(message.u16le(place + 10));
            }
            at += 8 + (length + 7 & ~7);
        }
        return null;
    }

    private static @Nullable String cipherName(int number) {
        return switch (number) {
            case 1 -> "AES-128-CCM";
            case 2 -> "AES-128-GCM";
            case 3 -> "AES-256-CCM";
            case 4 -> "AES-256-GCM";
            default -> null;
        };
    }
}
