// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smb;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.SoftwarePatterns;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

/** What a server of SMB 1 answers to NEGOTIATE and SESSION_SETUP_ANDX (MS-CIFS 2.2.4.52 and 2.2.4.53). */
final class Smb1Answers {
    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.read(Smb1Answers.class, "software.tsv");
    private static final int NEGOTIATE = 0x72;
    private static final int SET_UP = 0x73;
    private static final int WORDS_AT = SmbMessage.AT + 32;
    private static final int NO_DIALECT = 0xFFFF;
    private static final int SIGNING_ENABLED = 0x04;
    private static final int SIGNING_REQUIRED = 0x08;
    private static final int GUEST = 0x01;
    private static final int UNICODE = 0x8000;
    private static final int EXTENDED_WORDS = 4;
    private static final int OLD_WORDS = 13;
    private static final int LONGEST_TEXT = 256;

    private boolean anonymous;

    /** Whether the client's log-in has neither a password nor a name. */
    void asked(ByteView message, int command) {
        if (command != SET_UP || message.length() < WORDS_AT + 1 + 2 * OLD_WORDS + 2) {
            return;
        }
        int words = message.u8(WORDS_AT);
        if (words == OLD_WORDS) {
            int first = message.u16le(WORDS_AT + 1 + 14);
            int second = message.u16le(WORDS_AT + 1 + 16);
            int name = WORDS_AT + 1 + 2 * OLD_WORDS + 2 + first + second;
            boolean wide = (message.u16le(SmbMessage.AT + 10) & UNICODE) != 0;
            int at = name + (wide ? name - SmbMessage.AT & 1 : 0);
            boolean nameless = at < message.length() && message.u8(at) == 0;
            anonymous = first <= 1 && second == 0 && nameless;
        }
    }

    void answered(ByteView message, int command, ObservationSink sink) {
        if (SmbMessage.status(message) != 0 && command != SET_UP) {
            return;
        }
        int words = message.length() > WORDS_AT ? message.u8(WORDS_AT) : 0;
        if (message.length() < WORDS_AT + 1 + 2 * words) {
            return;
        }
        if (command == NEGOTIATE && words > 0) {
            negotiated(message, words, sink);
        } else if (command == SET_UP && words >= 3 && SmbMessage.status(message) == 0) {
            boolean guest = (message.u16le(WORDS_AT + 5) & GUEST) != 0;
            sink.saw(SmbFacts.SESSION.partial(guest ? "guest" : anonymous ? "anonymous" : "user", null));
            disclosed(message, words, sink);
        }
    }

    private static void negotiated(ByteView message, int words, ObservationSink sink) {
        if (message.u16le(WORDS_AT + 1) == NO_DIALECT) {
            return;
        }
        sink.saw(SmbFacts.DIALECT.partial("1.0"));
        if (words >= OLD_WORDS) {
            int mode = message.u8(WORDS_AT + 3);
            boolean required = (mode & SIGNING_REQUIRED) != 0;
            sink.saw(SmbFacts.SIGNING.partial(required || (mode & SIGNING_ENABLED) != 0, required));
        }
    }

    /** Behind the words, and behind the security blob where there is one: operating system and LAN manager. */
    private static void disclosed(ByteView message, int words, ObservationSink sink) {
        int blob = words >= EXTENDED_WORDS ? message.u16le(WORDS_AT + 7) : 0;
        int at = WORDS_AT + 1 + 2 * words + 2 + blob;
        boolean wide = (message.u16le(SmbMessage.AT + 10) & UNICODE) != 0;
        at += wide ? (at - SmbMessage.AT) & 1 : 0;
        int length = Math.min(message.length() - at, LONGEST_TEXT);
        if (length > 0) {
            String text = message.text(at, length, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
            SOFTWARE.find(text, false).ifPresent(sink::saw);
        }
    }
}
