// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The line that each side opens with (RFC 4253 4.2).
 *
 * @param protocolVersion such as {@code 2.0}
 * @param software up to the first space
 * @param comments after it; empty where nothing follows
 * @param line all of it without its end, byte by byte as ISO 8859-1, for the exchange hash
 */
record SshIdentification(String protocolVersion, String software, String comments, String line) {
    /** {@code SSH-} and the digit of a version. */
    static final int PREFIX_LENGTH = 5;

    private static final byte[] PREFIX = {'S', 'S', 'H', '-'};

    /** With its end of line (RFC 4253 4.2). */
    private static final int MOST_LENGTH = 255;

    /** How many bytes of the {@link #PREFIX_LENGTH} stand at {@code at}, as far as the bytes reach. */
    static int prefixAt(ByteView bytes, int at) {
        int matched = 0;
        while (matched < PREFIX.length && at + matched < bytes.length() && bytes.u8(at + matched) == PREFIX[matched]) {
            matched++;
        }
        boolean versioned =
                matched == PREFIX.length && at + matched < bytes.length() && isDigit(bytes.u8(at + matched));
        return versioned ? PREFIX_LENGTH : matched;
    }

    static Optional<SshIdentification> of(ByteView line) {
        String text = line.text(0, line.length(), StandardCharsets.US_ASCII);
        int dash = text.indexOf('-', PREFIX.length);
        if (!line.startsWith(PREFIX) || dash < 0 || !isVersion(text, PREFIX.length, dash)) {
            return Optional.empty();
        }
        int space = text.indexOf(' ', dash);
        return Optional.of(new SshIdentification(
                text.substring(PREFIX.length, dash),
                text.substring(dash + 1, space < 0 ? text.length() : space),
                space < 0 ? "" : text.substring(space + 1),
                line.text(0, line.length(), StandardCharsets.ISO_8859_1)));
    }

    /** Whether SSH-2 is spoken: 2.x, or 1.99 as compatibility writes it (RFC 4253 5.1). */
    boolean speaksVersion2() {
        return !protocolVersion.startsWith("1.") || protocolVersion.equals("1.99");
    }

    void observe(ObservationSink sink) {
        sink.saw(
                SshFacts.IDENTIFICATION.complete(protocolVersion, software, comments.isEmpty() ? null : comments),
                "SSH-" + protocolVersion + "-" + software + (comments.isEmpty() ? "" : " " + comments));
        SshSoftware.of(this).ifPresent(seen -> sink.saw(seen.fact()));
    }

    private static boolean isVersion(String text, int from, int to) {
        return from < to && text.chars().skip(from).limit(to - from).allMatch(c -> c == '.' || isDigit(c));
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** Passes over the lines that a server may say before, up to its identification. */
    static final class Reader {
        /** Bytes of the lines before; OpenSSH's client has the same limit. */
        private static final int MOST_BEFORE = 8192;

        private @Nullable SshIdentification identification;
        private int before;

        Optional<SshIdentification> identification() {
            return Optional.ofNullable(identification);
        }

        /** DONE once the identification is read and consumed. */
        Progress read(Inbox bytes) {
            while (true) {
                ByteView view = bytes.unread();
                boolean identifies = view.startsWith(PREFIX);
                int most = identifies ? MOST_LENGTH : MOST_BEFORE - before;
                int end = view.indexOf('\n', 0, most);
                if (end < 0) {
                    return view.length() < most ? Progress.CONTINUE : Progress.MALFORMED;
                }
                if (identifies) {
                    return take(bytes, end);
                }
                before += end + 1;
                bytes.consume(end + 1);
            }
        }

        private Progress take(Inbox bytes, int end) {
            ByteView view = bytes.unread();
            int length = end > 0 && view.u8(end - 1) == '\r' ? end - 1 : end;
            identification = of(new ByteView().wrap(view, 0, length)).orElse(null);
            bytes.consume(end + 1);
            return identification == null ? Progress.MALFORMED : Progress.DONE;
        }
    }
}
