// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.imap;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import io.netgrade.wire.Words;

/** Tells IMAP by its greeting (RFC 3501 7.1), or by a client's tag and command. */
final class ImapRecognition {
    private static final int LONGEST_TAG = 20;
    private static final Words GREETINGS = Words.of("* ok ", "* preauth ", "* bye ", "* capability imap4", "* id (");
    private static final Words COMMANDS = Words.of(
            "capability\r\n",
            "starttls\r\n",
            "authenticate ",
            "login ",
            "id (",
            "id nil",
            "select ",
            "examine ",
            "namespace\r\n",
            "uid fetch ",
            "idle\r\n",
            "noop\r\n",
            "list \"",
            "lsub \"",
            "status \"");

    /** The server's mark, or the client's tag. */
    static final Octets BEGINNINGS = Octets.of('*').or(Octets.where(ImapRecognition::inTag));

    private ImapRecognition() {}

    static Recognition of(Opening opening) {
        return opening.transport() == Transport.TCP
                ? Speaker.recognition(opening, ImapRecognition::speaker)
                : Recognition.NO;
    }

    private static Speaker speaker(ByteView bytes) {
        if (bytes.u8(0) == '*') {
            if (GREETINGS.at(bytes, 0)) {
                return Speaker.SERVER;
            }
            return GREETINGS.mayBegin(bytes) ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int tag = 0;
        while (tag < bytes.length() && tag <= LONGEST_TAG && inTag(bytes.u8(tag))) {
            tag++;
        }
        if (tag == bytes.length()) {
            return tag <= LONGEST_TAG ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        if (tag == 0 || tag > LONGEST_TAG || bytes.u8(tag) != ' ') {
            return Speaker.NOBODY;
        }
        if (COMMANDS.at(bytes, tag + 1)) {
            return Speaker.CLIENT;
        }
        return bytes.length() - tag < 16 && bytes.indexOf('\n', tag, bytes.length()) < 0
                ? Speaker.UNFINISHED
                : Speaker.NOBODY;
    }

    /** Letters and digits, as every client writes its tags, and a dot. */
    private static boolean inTag(int octet) {
        return (octet >= '0' && octet <= '9')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= 'a' && octet <= 'z')
                || octet == '.';
    }
}
