// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.xmpp;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

/** Tells a stream by its first element, {@code stream:stream}, whose namespace is XMPP's (RFC 6120 section 4.8). */
final class XmppStream {
    private static final byte[] DECLARATION = word("<?xml ");
    private static final byte[] STREAM = word("<stream:stream");
    private static final byte[] NAMESPACE = word("http://etherx.jabber.org/streams");
    private static final int LONGEST = 1024;

    private XmppStream() {}

    static Speaker speaker(ByteView bytes) {
        int from = 0;
        if (begins(bytes, 0, DECLARATION)) {
            int end = bytes.indexOf('>', 0, LONGEST);
            if (end < 0) {
                return bytes.length() < LONGEST ? Speaker.UNFINISHED : Speaker.NOBODY;
            }
            from = end + 1;
        }
        while (from < bytes.length() && from < LONGEST && " \t\r\n".indexOf(bytes.u8(from)) >= 0) {
            from++;
        }
        return begins(bytes, from, STREAM) ? element(bytes, from) : Speaker.NOBODY;
    }

    private static Speaker element(ByteView bytes, int from) {
        int end = bytes.indexOf('>', from, from + LONGEST);
        for (int at = bytes.indexOf('h', from, from + LONGEST);
                at >= 0;
                at = bytes.indexOf('h', at + 1, from + LONGEST)) {
            if (bytes.holds(at, NAMESPACE)) {
                return Speaker.EITHER;
            }
        }
        return end < 0 && bytes.length() - from < LONGEST ? Speaker.UNFINISHED : Speaker.NOBODY;
    }

    private static boolean begins(ByteView bytes, int from, byte[] word) {
        int known = Math.min(bytes.length() - from, word.length);
        for (int i = 0; i < known; i++) {
            if (bytes.u8(from + i) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] word(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
