// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.testing.Interview;
import io.netgrade.wire.ByteView;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Fact FACT = CommonFacts.SOFTWARE.none();
    private static final Fact PART = CommonFacts.SOFTWARE.partial("x", null, null);

    private final List<String> read = new ArrayList<>();

    @Test
    void saysTheNextThingWhenTheAnswerIsWhole() {
        Interview talk = Interview.overStream(script().says(bytes("one"), ScriptTest::line)
                .says(bytes("two"), ScriptTest::line)
                .parts(bytes("bye"))
                .build());

        assertThat(talk.hear("an")).isEqualTo(Progress.CONTINUE);
        assertThat(talk.hear("swer\n")).isEqualTo(Progress.CONTINUE);
        assertThat(talk.hear("other\n")).isEqualTo(Progress.DONE);

        assertThat(talk.sent()).extracting(ScriptTest::text).containsExactly("one", "two", "bye");
        assertThat(read)
                .containsExactly("FROM_CLIENT one", "FROM_SERVER answer\n", "FROM_CLIENT two", "FROM_SERVER other\n");
    }

    @Test
    void statesWhatTheReaderSaysOfTheServerAlone() {
        Interview talk = Interview.overStream(
                script().says(bytes("one"), ScriptTest::line).build());

        talk.hear("answer\n");

        assertThat(talk.facts()).containsExactly(FACT);
    }

    @Test
    void takesWhatCameInOnePieceApart() {
        Interview talk = Interview.overStream(script().hears(ScriptTest::line)
                .says(bytes("one"), ScriptTest::line)
                .build());

        assertThat(talk.sent()).isEmpty();
        assertThat(talk.hear("greeting\nanswer\n")).isEqualTo(Progress.DONE);
        assertThat(read).containsExactly("FROM_SERVER greeting\n", "FROM_CLIENT one", "FROM_SERVER answer\n");
    }

    @Test
    void isNotInTheProtocolWhereTheFirstAnswerIsNone() {
        assertThat(Interview.overStream(
                                script().says(bytes("one"), ScriptTest::line).build())
                        .hear("?"))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Interview.overStream(
                                script().says(bytes("one"), ScriptTest::line).build())
                        .hear("broken\n"))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void keepsTheFirstAnswerWhereALaterOneIsNone() {
        Interview talk = Interview.overStream(script().says(bytes("one"), ScriptTest::line)
                .says(bytes("two"), ScriptTest::line)
                .build());

        talk.hear("answer\n");

        assertThat(talk.hear("?")).isEqualTo(Progress.DONE);
        assertThat(talk.end()).isTrue();
        assertThat(talk.facts()).containsExactly(FACT);
    }

    @Test
    void hasNotSpokenWhereNothingWholeCame() {
        Interview talk = Interview.overStream(
                script().says(bytes("one"), ScriptTest::line).build());

        talk.hear("an");

        assertThat(talk.end()).isFalse();
    }

    @Test
    void takesADatagramForAnAnswer() {
        Script.Builder script = Script.of(endpoint(Transport.UDP), opening -> this::dissect);
        Interview talk = Interview.overDatagrams(
                script.says(bytes("one")).says(bytes("two")).build());

        assertThat(talk.hear("answer")).isEqualTo(Progress.CONTINUE);
        assertThat(talk.hear("other")).isEqualTo(Progress.DONE);
        assertThat(read)
                .containsExactly("FROM_CLIENT one", "FROM_SERVER answer", "FROM_CLIENT two", "FROM_SERVER other");
    }

    @Test
    void failsWhereNetgradeItselfDoesNotSpeakTheProtocol() {
        Interview talk = Interview.overStream(
                script().says(bytes("broken"), ScriptTest::line).build());

        assertThatThrownBy(() -> talk.hear("answer\n")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leadsToTlsAndStatesNothingOfTheWayThere() {
        Interview talk = Interview.overStream(toTls());

        talk.hear("answer\n");
        assertThat(talk.hear("tls\n")).isEqualTo(Progress.START_TLS);

        assertThat(talk.sent()).extracting(ScriptTest::text).containsExactly("one", "two");
        assertThat(talk.facts()).isEmpty();
    }

    @Test
    void statesWhatTheRefusalOfTlsShowsAndLeaves() {
        Interview talk = Interview.overStream(toTls());

        talk.hear("answer\n");
        assertThat(talk.facts()).isEmpty();
        assertThat(talk.hear("answer\n")).isEqualTo(Progress.DONE);

        assertThat(talk.sent()).extracting(ScriptTest::text).containsExactly("one", "two", "bye");
        assertThat(talk.facts()).containsExactly(FACT);
    }

    @Test
    void statesAsCompleteWhatItAsksForInFull() {
        Interview talk = Interview.overStream(script().says(bytes("one"), ScriptTest::line)
                .whole(fact -> fact.equals(PART))
                .build());
        talk.hear("part\n");

        assertThat(talk.facts()).containsExactly(CommonFacts.SOFTWARE.complete("x", null, null), FACT);
    }

    @Test
    void leavesOutWhatIsSaidOfNetgrade() {
        Interview talk = Interview.overStream(script().says(bytes("one"), ScriptTest::line)
                .leavesOut(fact -> fact.equals(PART))
                .build());
        talk.hear("part\n");

        assertThat(talk.facts()).containsExactly(FACT);
    }

    @Test
    void leavesUnsaidWhatItIsToldTo() {
        Interview talk = Interview.overStream(script().says(bytes("one"), ScriptTest::line)
                .leavesOut(fact -> fact.is(CommonFacts.SOFTWARE))
                .build());

        assertThat(talk.hear("answer\n")).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).isEmpty();
    }

    private Script toTls() {
        return Script.toTls(opening -> this::dissect)
                .says(bytes("one"), ScriptTest::line)
                .says(bytes("two"), ScriptTest::line)
                .parts(bytes("bye"))
                .build();
    }

    private Script.Builder script() {
        return Script.of(endpoint(Transport.TCP), opening -> this::dissect);
    }

    private Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        String said = text(bytes.unread().bytes());
        read.add(direction + " " + said);
        bytes.consumeAll();
        if (said.startsWith("part")) {
            sink.saw(PART);
        }
        sink.saw(FACT);
        return switch (said) {
            case "broken", "broken\n" -> Progress.MALFORMED;
            case "tls\n" -> Progress.START_TLS;
            default -> Progress.CONTINUE;
        };
    }

    private static long line(ByteView unread) {
        return unread.u8(0) == '?' ? MessageGrammar.BROKEN : unread.indexOf('\n', 0, unread.length()) + 1L;
    }

    private static Endpoint endpoint(Transport transport) {
        return new Endpoint(InetAddress.getLoopbackAddress(), 9, transport);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, US_ASCII);
    }
}
