// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A camera that speaks RTSP 1.0 (RFC 2326: requests 6, CSeq 12.17, OPTIONS 10.1, Public 12.28, statuses 7.1.1), to everybody
 * or, as many do, to nobody who has not logged in by Digest (RFC 2617 3.2.1).
 */
public final class StreamServer implements Spoken {
    private static final int LONGEST_HEAD = 2_048;

    private final boolean digest;

    private StreamServer(boolean digest) {
        this.digest = digest;
    }

    public static StreamServer open() {
        return new StreamServer(false);
    }

    public static StreamServer withDigest() {
        return new StreamServer(true);
    }

    @Override
    public int length(ByteBuffer said) {
        String text = text(said);
        int end = text.indexOf("\r\n\r\n");
        Breach.unless(end >= 0 || text.length() < LONGEST_HEAD, "4.1: a head ends in an empty line");
        return end < 0 ? 0 : end + 4;
    }

    @Override
    public Turn answer(ByteBuffer message, InetSocketAddress asker) {
        List<String> lines = Arrays.asList(text(message).split("\r\n", -1));
        Turn broken = Turn.saying("RTSP/1.0 400 Bad Request\r\n\r\n".getBytes(ISO_8859_1));
        List<String> words = List.of(lines.get(0).split(" ", -1));
        Breach.unless(words.size() == 3, "6.1: method, URI and version, parted by a space", broken.andLeaving());
        Breach.unless(words.get(2).equals("RTSP/1.0"), "7.1.1: 505 to any other version", response("505", "", ""));
        String sequence = field(lines, "cseq");
        Breach.unless(sequence.matches("[0-9]{1,9}"), "12.17: every request has a CSeq", broken);
        Breach.unless(field(lines, "content-length").isEmpty(), "10.1: OPTIONS has no body", broken);
        Breach.unless(
                words.get(0).equals("OPTIONS"),
                "11.3.5: the method is not of this state",
                response("455", sequence, ""));
        Breach.unless(
                words.get(1).equals("*"), "6.1: of the server itself, not of a stream", response("404", sequence, ""));
        Breach.unless(field(lines, "authorization").isEmpty(), "nobody was to log in");
        return digest
                ? response("401", sequence, "WWW-Authenticate: Digest realm=\"camera\", nonce=\"8f3a1c\"\r\n")
                : response("200", sequence, "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n");
    }

    private static Turn response(String status, String sequence, String fields) {
        String text =
                "RTSP/1.0 " + status + " as RFC 2326 7.1.1 has it\r\nCSeq: " + sequence + "\r\n" + fields + "\r\n";
        return Turn.saying(text.getBytes(ISO_8859_1));
    }

    /** The value of the only field of a name; empty where there is none. */
    private static String field(List<String> lines, String name) {
        List<String> values = lines.subList(1, lines.size() - 2).stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
        Breach.unless(values.size() < 2, "4.2: one " + name);
        return values.isEmpty() ? "" : values.get(0);
    }

    private static String text(ByteBuffer said) {
        return ISO_8859_1.decode(said.duplicate().rewind()).toString();
    }
}
