// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sip;

import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One message: its start line, its header fields with their long names in lower case, and its body (RFC 3261 §7). */
final class SipMessage {
    private static final int MOST_FIELDS = 128;
    private static final Map<String, String> LONG_NAMES = Map.of(
            "v",
            "via",
            "f",
            "from",
            "t",
            "to",
            "m",
            "contact",
            "i",
            "call-id",
            "l",
            "content-length",
            "c",
            "content-type",
            "u",
            "allow-events");

    private final List<Field> fields = new ArrayList<>();
    private String startLine = "";
    private String body = "";

    private SipMessage() {}

    record Field(String name, String value) {}

    static SipMessage of(ByteView bytes) {
        SipMessage message = new SipMessage();
        String text = bytes.text(0, bytes.length(), StandardCharsets.ISO_8859_1);
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            String line = text.substring(from, end < 0 ? text.length() : end);
            from = end < 0 ? text.length() : end + 1;
            line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (line.isEmpty()) {
                message.body = text.substring(from);
                break;
            }
            message.line(line);
        }
        return message;
    }

    private void line(String line) {
        if (startLine.isEmpty()) {
            startLine = line;
        } else if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            unfold(line.strip());
        } else if (fields.size() < MOST_FIELDS) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.add(new Field(
                        LONG_NAMES.getOrDefault(name, name),
                        line.substring(colon + 1).strip()));
            }
        }
    }

    private void unfold(String more) {
        if (!fields.isEmpty()) {
            Field last = fields.remove(fields.size() - 1);
            fields.add(new Field(last.name(), last.value() + " " + more));
        }
    }

    boolean request() {
        return !startLine.regionMatches(true, 0, "SIP/", 0, 4);
    }

    /** The method of a request, in capitals. */
    String method() {
        int space = startLine.indexOf(' ');
        return space < 0 ? "" : startLine.substring(0, space).toUpperCase(Locale.ROOT);
    }

    /** The Request-URI of a request. */
    String address() {
        int from = startLine.indexOf(' ') + 1;
        int to = startLine.indexOf(' ', from);
        return to < 0 ? "" : startLine.substring(from, to);
    }

    /** The status of a response; 0 where it has none. */
    int status() {
        String[] words = startLine.split(" ", 3);
        boolean number =
                words.length > 1 && words[1].length() == 3 && words[1].chars().allMatch(Character::isDigit);
        return number ? Integer.parseInt(words[1]) : 0;
    }

    /** The method that CSeq names, which is the one that a response answers (RFC 3261 §20.16). */
    String askedMethod() {
        String sequence = first("cseq");
        int space = sequence.lastIndexOf(' ');
        return space < 0 ? "" : sequence.substring(space + 1).toUpperCase(Locale.ROOT);
    }

    /** The first value of a field; empty where there is none. */
    String first(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field.value();
            }
        }
        return "";
    }

    List<Field> fields() {
        return fields;
    }

    String body() {
        return body;
    }

    boolean hasSessionDescription() {
        return first("content-type").toLowerCase(Locale.ROOT).contains("application/sdp") || body.startsWith("v=0");
    }
}
