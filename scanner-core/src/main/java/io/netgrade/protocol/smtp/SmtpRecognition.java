// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smtp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Words;

/** Tells SMTP by the greeting, which FTP has too unless it names itself, or by the client's first command. */
final class SmtpRecognition {
    private static final int LONGEST_GREETING = 1024;
    private static final Words GREETINGS = Words.of("220 ", "220-", "421 ", "554 ", "554-");
    private static final Words NAMES = Words.of("smtp", "lmtp", "postfix", "sendmail", "exim ", " mail ");
    private static final Words OTHERS = Words.of("ftp", "nntp");
    private static final Words OPENERS = Words.of("ehlo ", "helo ", "lhlo ", "ehlo\r\n", "helo\r\n");
    private static final Words INNER = Words.of("mail from:", "rcpt to:", "starttls\r\n");

    private SmtpRecognition() {}

    static Recognition of(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        Speaker initiator = speaker(opening.fromInitiator());
        Speaker responder = speaker(opening.fromResponder());
        if (initiator == Speaker.CLIENT || responder == Speaker.SERVER) {
            return replies(opening.fromResponder()) ? Recognition.RESPONDER_SERVES : Recognition.NO;
        }
        if (initiator == Speaker.SERVER || responder == Speaker.CLIENT) {
            return replies(opening.fromInitiator()) ? Recognition.INITIATOR_SERVES : Recognition.NO;
        }
        boolean waits = initiator != Speaker.NOBODY && responder != Speaker.NOBODY;
        return waits ? Recognition.NEED_MORE : Recognition.NO;
    }

    static Speaker speaker(ByteView bytes) {
        if (OPENERS.at(bytes, 0) || INNER.at(bytes, 0)) {
            return Speaker.CLIENT;
        }
        if (GREETINGS.at(bytes, 0)) {
            int end = bytes.indexOf('\n', 0, LONGEST_GREETING);
            boolean whole = end >= 0;
            int known = whole ? end : Math.min(bytes.length(), LONGEST_GREETING);
            if (OTHERS.within(bytes, 0, known) || known == LONGEST_GREETING) {
                return Speaker.NOBODY;
            }
            return whole && NAMES.within(bytes, 0, known) ? Speaker.SERVER : Speaker.UNFINISHED;
        }
        boolean unfinished = OPENERS.mayBegin(bytes) || INNER.mayBegin(bytes) || GREETINGS.mayBegin(bytes);
        return unfinished ? Speaker.UNFINISHED : Speaker.NOBODY;
    }

    /** Three digits as a reply begins (RFC 5321 4.2), as far as there are bytes. */
    private static boolean replies(ByteView bytes) {
        for (int at = 0; at < Math.min(bytes.length(), 3); at++) {
            int octet = bytes.u8(at);
            if (octet < '0' || octet > '9') {
                return false;
            }
        }
        return bytes.length() < 4 || bytes.u8(3) == ' ' || bytes.u8(3) == '-' || bytes.u8(3) == '\r';
    }
}
