// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.LineBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Assembles a server's replies, of one line or many (RFC 959 §4.2). Holds a bounded number of lines. */
final class FtpReplies {
    private static final int LONGEST_LINE = 1024;
    private static final int MOST_LINES = 256;

    private final LineBuffer line = new LineBuffer(LONGEST_LINE);
    private final List<String> lines = new ArrayList<>();
    private String code = "";
    private boolean cut;
    private boolean broken;
    private Optional<FtpReply> reply = Optional.empty();

    /**
     * Takes bytes up to the end of one line at most.
     *
     * @return how many; {@link #reply} then says whether a reply ended with them
     */
    int take(ByteView bytes, int from) {
        int taken = line.take(bytes, from);
        reply = line.whole() && !broken ? read(line.text()) : Optional.empty();
        return taken;
    }

    /** Takes what is unread, reply by reply, until whoever hears them wants no more. */
    Progress give(Inbox bytes, Function<FtpReply, Progress> hearer) {
        ByteView unread = bytes.unread();
        int at = 0;
        Progress progress = Progress.CONTINUE;
        while (at < unread.length() && progress == Progress.CONTINUE) {
            at += take(unread, at);
            progress = broken ? Progress.MALFORMED : reply.map(hearer).orElse(Progress.CONTINUE);
        }
        bytes.consume(at);
        return progress;
    }

    Optional<FtpReply> reply() {
        return reply;
    }

    /** Whether a line came that no reply begins with. */
    boolean broken() {
        return broken;
    }

    private Optional<FtpReply> read(String text) {
        cut |= line.cut();
        boolean first = code.isEmpty();
        if (first && !opens(text)) {
            broken = true;
            return Optional.empty();
        }
        boolean coded = first || (text.startsWith(code) && opens(text));
        keep(coded ? text.substring(Math.min(4, text.length())) : text);
        code = first ? text.substring(0, 3) : code;
        boolean last = coded && !(text.length() > 3 && text.charAt(3) == '-');
        return last ? Optional.of(whole()) : Optional.empty();
    }

    /** Three digits, and a space or a hyphen where anything follows. */
    private static boolean opens(String text) {
        return text.length() >= 3
                && text.charAt(0) >= '1'
                && text.charAt(0) <= '6'
                && isDigit(text.charAt(1))
                && isDigit(text.charAt(2))
                && (text.length() == 3 || text.charAt(3) == ' ' || text.charAt(3) == '-');
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private void keep(String text) {
        if (lines.size() < MOST_LINES) {
            lines.add(text);
        } else {
            cut = true;
        }
    }

    private FtpReply whole() {
        FtpReply whole = new FtpReply(Integer.parseInt(code), lines, cut);
        lines.clear();
        code = "";
        cut = false;
        return whole;
    }
}
