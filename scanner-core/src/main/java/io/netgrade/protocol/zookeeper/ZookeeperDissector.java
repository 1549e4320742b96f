// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.zookeeper;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SoftwarePatterns;
import io.netgrade.wire.ByteView;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one connection: the answer to one four-letter word, or a session up to its first answers. */
final class ZookeeperDissector implements Dissector {
    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.read(ZookeeperDissector.class, "software.tsv");
    private static final int LONGEST_LINE = 256;
    private static final int WORD = 4;

    private final Dissector session = new MessageDissector(Transport.TCP, new Session());
    private @Nullable Boolean inSession;
    private boolean asked;
    private String word = "";

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        if (unread.length() == 0) {
            return Progress.CONTINUE;
        }
        if (inSession == null) {
            inSession = unread.u8(0) == 0;
        }
        if (inSession) {
            return session.dissect(direction, bytes, sink);
        }
        return direction == Direction.FROM_CLIENT ? asked(bytes) : answered(bytes, sink);
    }

    private Progress asked(Inbox bytes) {
        ByteView unread = bytes.unread();
        if (asked) {
            bytes.consumeAll();
        }
        if (asked || unread.length() < WORD) {
            return Progress.CONTINUE;
        }
        asked = true;
        // What a client puts there that is none of the words is not shown.
        word = ZookeeperOpening.WORDS.at(unread, 0) ? unread.ascii(0, WORD).toLowerCase(Locale.ROOT) : "";
        bytes.consumeAll();
        return Progress.CONTINUE;
    }

    private Progress answered(Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        int end = unread.indexOf('\n', 0, LONGEST_LINE);
        int known = end < 0 ? Math.min(unread.length(), LONGEST_LINE) : end;
        if (ZookeeperOpening.REFUSALS.at(unread, WORD)) {
            if (ZookeeperOpening.WORDS.at(unread, 0)) {
                String refused = unread.ascii(0, WORD).toLowerCase(Locale.ROOT);
                sink.saw(ZookeeperFacts.FOUR_LETTER_WORDS.partial(List.of(), List.of(refused)));
            }
            return Progress.DONE;
        }
        boolean short4 = known == WORD && ZookeeperOpening.ANSWERS.at(unread, 0);
        if (end < 0 && !short4 && unread.length() < LONGEST_LINE) {
            return Progress.CONTINUE;
        }
        String line = unread.ascii(0, known);
        if (!word.isEmpty()) {
            sink.saw(ZookeeperFacts.FOUR_LETTER_WORDS.partial(List.of(word), List.of()));
        }
        SOFTWARE.find(line, false).ifPresent(fact -> sink.saw(fact, line));
        return Progress.DONE;
    }

    /** Messages of a session: a length, and after the first of each side a number and a type. */
    private static final class Session implements MessageGrammar {
        private static final int LONGEST = 4 << 20;
        private static final int AUTHENTICATE = 100;
        private static final int LONGEST_SCHEME = 32;
        private static final List<String> SCHEMES = List.of("auth", "digest", "ip", "sasl", "super", "world", "x509");

        private boolean asked;
        private boolean granted;

        @Override
        public long length(Direction direction, ByteView unread) {
            if (unread.length() < 4) {
                return UNKNOWN;
            }
            long length = unread.u32(0);
            return length == 0 || length > LONGEST ? BROKEN : length + 4;
        }

        @Override
        public Progress read(Direction direction, ByteView message, ObservationSink sink) {
            if (direction == Direction.FROM_SERVER) {
                if (granted) {
                    return Progress.CONTINUE;
                }
                granted = message.length() >= 12;
                // A session that is not granted has no timeout.
                boolean accepted = granted && message.u32(8) > 0;
                sink.saw(ZookeeperFacts.SESSION.partial(accepted));
                return accepted ? Progress.CONTINUE : Progress.DONE;
            }
            if (asked && message.length() >= 20 && message.u32(8) == AUTHENTICATE) {
                authenticated(message, sink);
            }
            asked = true;
            return Progress.CONTINUE;
        }

        private static void authenticated(ByteView message, ObservationSink sink) {
            long length = message.u32(16);
            if (length > 0 && length <= LONGEST_SCHEME && length <= message.length() - 20) {
                String scheme = message.ascii(20, (int) length);
                String loginClass = scheme.equals("digest") ? "plaintext-password" : "other";
                // A scheme of a plug-in, or anything that the client put there, is not shown.
                String shown = SCHEMES.contains(scheme) ? scheme : "other";
                sink.saw(ZookeeperFacts.LOGIN_IN_CLEAR.partial(loginClass, shown));
            }
        }
    }
}
