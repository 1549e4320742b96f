// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.irc;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SoftwareNames.Product;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.LineBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one connection to a server until the client is registered or refused, and logged in by other means. */
final class IrcDissector implements Dissector {
    private static final int LONGEST_LINE = 1024;
    /** After so many lines of a registered client nobody logs in any more. */
    private static final int MOST_LINES = 256;

    private static final int MOST_NAMES = 64;

    private final LineBuffer[] lines = {new LineBuffer(LONGEST_LINE), new LineBuffer(LONGEST_LINE)};
    private final Set<Fact> stated = new HashSet<>();
    private boolean password;
    private boolean startTls;
    private boolean listGoesOn;
    private int count;

    @Override
    public Progress dissect(Direction direction, Inbox inbox, ObservationSink sink) {
        LineBuffer line = lines[direction == Direction.FROM_CLIENT ? 0 : 1];
        ByteView bytes = inbox.unread();
        int at = 0;
        Progress progress = Progress.CONTINUE;
        while (at < bytes.length() && progress == Progress.CONTINUE) {
            if (startTls && direction == Direction.FROM_CLIENT) {
                break;
            }
            at += line.take(bytes, at);
            if (line.whole()) {
                count++;
                String text = line.text();
                progress = direction == Direction.FROM_CLIENT ? client(text, sink) : server(text, sink);
            }
        }
        inbox.consume(at);
        return progress == Progress.CONTINUE && count > MOST_LINES ? Progress.DONE : progress;
    }

    private Progress client(String text, ObservationSink sink) {
        String line = text.toUpperCase(Locale.ROOT);
        if (line.startsWith("PASS ") || line.startsWith("OPER ") || identifies(line)) {
            password |= line.startsWith("PASS ");
            state(sink, IrcFacts.CREDENTIALS_IN_CLEAR.partial("plaintext-password"));
        } else if (line.startsWith("AUTHENTICATE ") && !line.endsWith(" *") && !line.endsWith(" +")) {
            String word = line.substring("AUTHENTICATE ".length());
            boolean mechanism = word.startsWith("PLAIN") || word.startsWith("SCRAM") || word.startsWith("EXTERNAL");
            if (!mechanism) {
                password = true;
                state(sink, IrcFacts.CREDENTIALS_IN_CLEAR.partial("sasl"));
            }
        }
        startTls |= line.equals("STARTTLS");
        return Progress.CONTINUE;
    }

    private static boolean identifies(String line) {
        return line.startsWith("PRIVMSG NICKSERV :IDENTIFY ") || line.startsWith("NICKSERV IDENTIFY ");
    }

    private Progress server(String text, ObservationSink sink) {
        String[] words = text.split(" ", 6);
        String code = words.length > 1 ? words[1] : "";
        switch (code) {
            case "001" -> state(sink, IrcFacts.REGISTRATION.partial(password ? "given" : "none"));
            case "004" -> software(words, sink);
            case "464" -> state(sink, IrcFacts.REGISTRATION.partial("required"));
            case "670" -> {
                return startTls ? Progress.START_TLS : Progress.CONTINUE;
            }
            case "691" -> startTls = false;
            case "CAP" -> capabilities(text, sink);
            default -> {
                // Everything else is said among people.
            }
        }
        return Progress.CONTINUE;
    }

    /** {@code :server 004 nick server version usermodes chanmodes} (RFC 2812 section 5.1). */
    private void software(String[] words, ObservationSink sink) {
        if (words.length > 4 && words[4].length() <= MOST_NAMES) {
            String word = words[4];
            int dash = word.indexOf('-');
            boolean parted = dash > 0 && dash + 1 < word.length();
            String name = parted ? word.substring(0, dash) : word;
            state(sink, Product.unlisted(name).disclosed(parted ? word.substring(dash + 1) : "", false));
        }
    }

    private void capabilities(String text, ObservationSink sink) {
        int list = text.indexOf(" LS ");
        int colon = text.indexOf(" :", Math.max(list, 0));
        if (list > 0 && colon > 0) {
            List<String> names = Arrays.stream(text.substring(colon + 2).split(" "))
                    .map(word -> word.split("=", 2)[0])
                    .filter(word -> !word.isEmpty() && word.length() <= MOST_NAMES)
                    .distinct()
                    .limit(MOST_NAMES)
                    .toList();
            // Where more lines follow, a star stands before the colon (IRCv3 capability negotiation, CAP LS).
            boolean whole = !listGoesOn && colon == list + 3 && names.size() < MOST_NAMES;
            listGoesOn = colon > list + 3;
            state(sink, whole ? IrcFacts.CAPABILITIES.complete(names) : IrcFacts.CAPABILITIES.partial(names));
        }
    }

    private void state(ObservationSink sink, Fact fact) {
        if (stated.size() < MOST_NAMES && stated.add(fact)) {
            sink.saw(fact);
        }
    }
}
