// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.check.Check;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A protocol of one line: the client says {@code ID?}, or nothing where the server speaks first, and the server says a
 * line that begins with {@code ID}.
 */
class FakeProtocol implements Protocol {
    static final FactType GREETING =
            FactType.of("fake.greeting", "What the service says first.").text("line", "its line");

    private final String id;
    private final Set<Integer> ports;
    private final boolean clientFirst;

    FakeProtocol(String id, boolean clientFirst, Integer... ports) {
        this.id = id;
        this.clientFirst = clientFirst;
        this.ports = Set.copyOf(List.of(ports));
    }

    /** One whose conversations, one for each exchange, are given. */
    static FakeProtocol talking(String id, int exchanges, Supplier<Conversation> conversation, Integer... ports) {
        return new FakeProtocol(id, true, ports) {
            @Override
            public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
                return Optional.of(new Repeated(id, endpoint.transport(), exchanges, conversation));
            }
        };
    }

    @Override
    public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        return Optional.of(Inquiry.of(Exchange.over(endpoint.transport(), id + ".greeting", greeting())));
    }

    Conversation greeting() {
        return new Greeting(id.toUpperCase(java.util.Locale.ROOT), clientFirst);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return id;
    }

    @Override
    public Set<Integer> usualPorts(Transport transport) {
        return ports;
    }

    @Override
    public List<FactType> facts() {
        return List.of(GREETING);
    }

    @Override
    public List<Check> checks() {
        return List.of();
    }

    @Override
    public String sends() {
        return "";
    }

    @Override
    public Recognition recognize(Opening opening) {
        byte[] word = id.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        return opening.fromResponder().startsWith(word) ? Recognition.RESPONDER_SERVES : Recognition.NO;
    }

    @Override
    public Dissector dissect(Opening opening) {
        throw new UnsupportedOperationException("not for captures");
    }

    @Override
    public boolean clientSpeaksFirst() {
        return clientFirst;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Waits for one line. */
    record Greeting(String word, boolean clientFirst) implements Conversation {
        @Override
        public void opened(Peer peer) {
            if (clientFirst) {
                peer.send(ascii(word + "?\n"));
            }
        }

        @Override
        public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
            ByteView unread = bytes.unread();
            int end = unread.indexOf('\n', 0, unread.length());
            if (end < 0) {
                return Progress.CONTINUE;
            }
            String line = unread.ascii(0, end);
            bytes.consume(end + 1);
            if (!line.startsWith(word)) {
                return Progress.MALFORMED;
            }
            sink.saw(GREETING.complete(line));
            return Progress.DONE;
        }
    }

    /** The same conversation a number of times; concludes with how many were answered. */
    static final class Repeated implements Inquiry {
        private final String id;
        private final Transport transport;
        private final int exchanges;
        private final Supplier<Conversation> conversation;
        private int asked;
        private int answered;

        Repeated(String id, Transport transport, int exchanges, Supplier<Conversation> conversation) {
            this.id = id;
            this.transport = transport;
            this.exchanges = exchanges;
            this.conversation = conversation;
        }

        @Override
        public Optional<Exchange> next() {
            return asked == exchanges
                    ? Optional.empty()
                    : Optional.of(Exchange.over(transport, id + "." + asked++, conversation.get()));
        }

        @Override
        public void ended(Exchange exchange, Attempt.Status status, List<Fact> stated) {
            answered += status == Attempt.Status.ANSWERED ? 1 : 0;
        }

        @Override
        public void conclude(ObservationSink sink) {
            sink.saw(GREETING.complete("answered " + answered));
        }
    }
}
