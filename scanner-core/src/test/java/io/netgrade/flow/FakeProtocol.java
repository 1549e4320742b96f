// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.check.Check;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A protocol for tests: recognised by a first word from either side, it reads lines and states each as a fact. The line
 * {@code done} ends it, {@code broken} breaks its grammar, {@code starttls} hands over, {@code fault} makes it fail.
 */
final class FakeProtocol implements Protocol {
    static final FactType LINE =
            FactType.of("fake.line", "One line.").text("from", "who said it").text("text", "it");
    static final FactType MISSED = FactType.of("fake.missed", "A hole.").number("bytes", "its size");

    private final String id;
    private final Function<Opening, Recognition> recognition;
    private final boolean survivesHoles;
    /** Everything its readers were given, as {@code C:text} and {@code S:text}, in order. */
    final List<String> heard = new ArrayList<>();

    FakeProtocol(String id, Function<Opening, Recognition> recognition, boolean survivesHoles) {
        this.id = id;
        this.recognition = recognition;
        this.survivesHoles = survivesHoles;
    }

    /** Recognised where the initiator's or the responder's first bytes are the word. */
    static FakeProtocol saying(String id, String word) {
        return new FakeProtocol(id, opening -> first(opening, word), true);
    }

    static Recognition first(Opening opening, String word) {
        Recognition initiator = match(opening.fromInitiator(), word, Recognition.RESPONDER_SERVES);
        Recognition responder = match(opening.fromResponder(), word, Recognition.INITIATOR_SERVES);
        if (initiator == Recognition.NO || responder == Recognition.NO) {
            return Recognition.NO;
        }
        return initiator != Recognition.NEED_MORE ? initiator : responder;
    }

    static Recognition match(ByteView bytes, String word, Recognition yes) {
        int compared = Math.min(bytes.length(), word.length());
        for (int i = 0; i < compared; i++) {
            if (bytes.u8(i) != word.charAt(i)) {
                return Recognition.NO;
            }
        }
        return compared == word.length() ? yes : Recognition.NEED_MORE;
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
        return Set.of();
    }

    @Override
    public boolean runsOver(Transport transport) {
        return true;
    }

    @Override
    public List<FactType> facts() {
        return List.of(LINE, MISSED);
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
        return recognition.apply(opening);
    }

    @Override
    public Dissector dissect(Opening opening) {
        return new Lines();
    }

    private final class Lines implements Dissector {
        @Override
        public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
            String side = direction == Direction.FROM_CLIENT ? "C:" : "S:";
            Progress progress = Progress.CONTINUE;
            int end = bytes.unread().indexOf('\n', 0, bytes.unread().length());
            while (end >= 0 && progress == Progress.CONTINUE) {
                String line = bytes.unread().text(0, end, StandardCharsets.UTF_8);
                bytes.consume(end + 1);
                heard.add(side + line);
                sink.saw(LINE.partial(side, line), line);
                progress = switch (line) {
                    case "done" -> Progress.DONE;
                    case "broken" -> Progress.MALFORMED;
                    case "starttls" -> Progress.START_TLS;
                    case "fault" -> throw new IllegalStateException("a fault on purpose");
                    default -> Progress.CONTINUE;
                };
                end = bytes.unread().indexOf('\n', 0, bytes.unread().length());
            }
            return progress;
        }

        @Override
        public boolean missed(Direction direction, long bytes) {
            heard.add((direction == Direction.FROM_CLIENT ? "C-" : "S-") + bytes);
            return survivesHoles;
        }
    }
}
