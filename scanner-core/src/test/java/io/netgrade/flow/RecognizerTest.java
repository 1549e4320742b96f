// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is asked about an opening: whoever may begin as a side that has spoken does. */
class RecognizerTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void asksWhoMayBeginAsTheSideThatHasSpoken() {
        assertThat(asked("a", "")).containsExactly("a", "ab", "any");
        assertThat(asked("", "b")).containsExactly("ab", "any");
        assertThat(asked("c", "")).containsExactly("any");
        assertThat(asked("\u00FF", "")).containsExactly("any");
    }

    @Test
    void asksTheFewerWhereBothSidesHaveSpoken() {
        assertThat(asked("a", "b")).containsExactly("ab", "any");
        assertThat(asked("b", "a")).containsExactly("ab", "any");
        assertThat(asked("a", "c")).containsExactly("any");
        assertThat(asked("a", "a")).containsExactly("a", "ab", "any");
    }

    @Test
    void asksAllWhereNothingWasCaptured() {
        assertThat(asked("", "")).containsExactly("a", "ab", "any", "nobody");
    }

    private List<String> asked(String initiator, String responder) {
        FlowTable table = new FlowTable(10);
        FlowCounts counts = new FlowCounts();
        Flow nobody = new Flow(new HeldSegments.Holding(new BufferPool(0), 0), FlowLimits.standard(), 0);
        List<Protocol> protocols = List.of(
                noting("a", Octets.of('a')),
                noting("ab", Octets.in("ab")),
                noting("any", Octets.ANY),
                noting("nobody", Octets.NONE));
        Recognizer recognizer =
                new Recognizer(protocols, counts, new Statements(table, counts, nobody, observation -> {}));
        FlowOpening opening = new FlowOpening(new Below(table), Optional.empty());
        said(opening, 0, initiator);
        said(opening, 1, responder);
        asked.clear();
        recognizer.ask(opening, new Refusals(protocols.size()));
        return List.copyOf(asked);
    }

    private static void said(FlowOpening opening, int side, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        opening.side(side).wrap(bytes, 0, bytes.length);
    }

    private Protocol noting(String id, Octets begins) {
        return PlainProtocol.of(id, id)
                .ports(Transport.TCP)
                .begins(Transport.TCP, begins)
                .recognisedBy(opening -> {
                    asked.add(id);
                    return Recognition.NO;
                })
                .build();
    }
}
