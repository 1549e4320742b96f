// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssdp;

import io.netgrade.protocol.Said;
import io.netgrade.protocol.SoftwareNames.Product;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One datagram: a start line as of HTTP, and the fields that matter. */
record SsdpMessage(Kind kind, String type, boolean farewell, String server) {
    private static final byte[] SEARCH = bytes("M-SEARCH * HTTP/1.1\r\n");
    private static final byte[] NOTIFY = bytes("NOTIFY * HTTP/1.1\r\n");
    private static final byte[] ANSWER = bytes("HTTP/1.1 200 OK\r\n");
    /** An answer of HTTP over UDP is SSDP's where it says what it answers for. */
    private static final byte[] TARGET = bytes("\r\nst:");

    private static final int MOST_LOOKED_AT = 2048;
    private static final int LONGEST_TYPE = 128;
    private static final int LONGEST_WORD = 64;

    enum Kind {
        ANNOUNCEMENT,
        ANSWER,
        SEARCH
    }

    static @Nullable Kind kind(ByteView bytes) {
        if (bytes.startsWith(SEARCH)) {
            return Kind.SEARCH;
        }
        if (bytes.startsWith(NOTIFY)) {
            return Kind.ANNOUNCEMENT;
        }
        return bytes.startsWith(ANSWER) && field(bytes, TARGET) >= 0 ? Kind.ANSWER : null;
    }

    static @Nullable SsdpMessage read(ByteView bytes) {
        Kind kind = kind(bytes);
        if (kind == null) {
            return null;
        }
        String type = text(bytes, kind == Kind.ANNOUNCEMENT ? "\r\nnt:" : "\r\nst:");
        boolean farewell = text(bytes, "\r\nnts:").equals("ssdp:byebye");
        return new SsdpMessage(kind, type, farewell, text(bytes, "\r\nserver:"));
    }

    void state(Said said) {
        String word = kind == Kind.SEARCH
                ? "search"
                : kind == Kind.ANSWER ? "answer" : farewell ? "farewell" : "announcement";
        if (said.isNew(word.hashCode())) {
            said.state(SsdpFacts.MESSAGE.partial(word));
        }
        if (kind != Kind.SEARCH && type.contains(":") && !type.startsWith("uuid:") && said.isNew(type.hashCode())) {
            said.state(SsdpFacts.OFFER.partial(type, gateway()));
        }
        if (kind != Kind.SEARCH && !server.isEmpty() && said.isNew(~server.hashCode())) {
            software(said);
        }
    }

    private boolean gateway() {
        return type.contains(":InternetGatewayDevice:")
                || type.contains(":WANIPConnection:")
                || type.contains(":WANPPPConnection:");
    }

    /** {@code Linux/3.10 UPnP/1.1 MiniUPnPd/1.9}: the last of the three is the product (UDA 2.0 section 1.2.2). */
    private void software(Said said) {
        String[] words = server.replace(',', ' ').strip().split(" +");
        String last = words[words.length - 1];
        int slash = last.indexOf('/');
        String name = slash < 0 ? last : last.substring(0, slash);
        if (!name.isEmpty() && last.length() <= LONGEST_WORD) {
            said.state(Product.unlisted(name).disclosed(slash < 0 ? "" : last.substring(slash + 1), false));
        }
    }

    private static String text(ByteView bytes, String name) {
        int at = field(bytes, bytes(name));
        if (at < 0) {
            return "";
        }
        int end = bytes.indexOf('\r', at, Math.min(bytes.length(), at + LONGEST_TYPE));
        return end < 0 ? "" : bytes.ascii(at, end - at).strip();
    }

    /** Where the value of a field begins; -1 where there is none. */
    private static int field(ByteView bytes, byte[] name) {
        int end = Math.min(bytes.length(), MOST_LOOKED_AT);
        for (int at = bytes.indexOf('\r', 0, end); at >= 0; at = bytes.indexOf('\r', at + 1, end)) {
            if (bytes.holdsWord(at, name)) {
                return at + name.length;
            }
        }
        return -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
