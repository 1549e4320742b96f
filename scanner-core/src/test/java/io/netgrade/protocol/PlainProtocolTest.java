// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlainProtocolTest {
    private static final Fact PART = CommonFacts.SOFTWARE.partial("x", "1", null);
    private static final Fact WHOLE = CommonFacts.SOFTWARE.complete("x", "1", null);

    @Test
    void asksNothingAtAPortThatIsSpared() {
        Protocol protocol = protocol().sparing(138).build();

        assertThat(protocol.inquire(at(137, Transport.TCP), List.of())).isPresent();
        assertThat(protocol.inquire(at(138, Transport.TCP), List.of())).isEmpty();
    }

    @Test
    void isGuessedOverWhatItAsksOverUnlessItKeepsToItsPorts() {
        assertThat(protocol().build().guessed(Transport.TCP)).isTrue();
        assertThat(protocol().build().guessed(Transport.UDP)).isFalse();
        assertThat(protocol().onUsualPortsOnly().build().guessed(Transport.TCP)).isFalse();
    }

    @Test
    void consentChangesNeitherPortsNorManners() {
        Protocol asking = protocol()
                .sparing(138)
                .onUsualPortsOnly()
                .asksNothingOfSoftware()
                .build()
                .asking(Consent.NONE);

        assertThat(asking.inquire(at(138, Transport.TCP), List.of())).isEmpty();
        assertThat(asking.guessed(Transport.TCP)).isFalse();
        assertThat(inquiry(asking).asksForSoftware()).isFalse();
        assertThat(inquiry(protocol().build()).asksForSoftware()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"NOT_THIS_PROTOCOL", "CLOSED_EARLY", "RESET"})
    void attemptsAgainWhereTheOtherSideDeclined(Status first) {
        assertThat(secondAfter(protocol().inAttempts().build(), first)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"ANSWERED", "TIMED_OUT"})
    void attemptsNothingMoreAfterAnAnswerOrSilence(Status first) {
        assertThat(secondAfter(protocol().inAttempts().build(), first)).isEmpty();
        assertThat(secondAfter(protocol().build(), first)).isPresent();
    }

    private static Optional<Exchange> secondAfter(Protocol protocol, Status first) {
        Inquiry inquiry = inquiry(protocol);
        inquiry.ended(inquiry.next().orElseThrow(), first, List.of());
        return inquiry.next();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"ANSWERED", "CLOSED_EARLY", "RESET"})
    void statesWholeWhatAllQuestionsTogetherShow(Status second) {
        assertThat(concluded(Status.ANSWERED, second)).containsExactly(WHOLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"TIMED_OUT", "REFUSED", "BUDGET_SPENT", "FAULT"})
    void statesNothingWholeWhereAQuestionWasLeftOpen(Status second) {
        assertThat(concluded(Status.ANSWERED, second)).isEmpty();
    }

    @Test
    void statesNothingWholeWhereNotAllWasAsked() {
        Inquiry inquiry = inquiry(protocol().wholeTogether(fact -> true).build());
        inquiry.ended(inquiry.next().orElseThrow(), Status.ANSWERED, List.of(PART));

        assertThat(concluded(inquiry)).isEmpty();
    }

    private static List<Fact> concluded(Status first, Status second) {
        Inquiry inquiry =
                inquiry(protocol().wholeTogether(fact -> fact.equals(PART)).build());
        inquiry.ended(inquiry.next().orElseThrow(), first, List.of(PART, CommonFacts.SOFTWARE.none()));
        inquiry.ended(inquiry.next().orElseThrow(), second, List.of(PART));
        assertThat(inquiry.next()).isEqualTo(Optional.empty());
        return concluded(inquiry);
    }

    private static List<Fact> concluded(Inquiry inquiry) {
        List<Fact> stated = new ArrayList<>();
        inquiry.conclude((fact, excerpt) -> stated.add(fact));
        return stated;
    }

    private static Inquiry inquiry(Protocol protocol) {
        return protocol.inquire(at(137, Transport.TCP), List.of()).orElseThrow();
    }

    private static PlainProtocol.Builder protocol() {
        Conversation silence = (bytes, peer, sink) -> Progress.DONE;
        return PlainProtocol.of("test", "Test")
                .ports(Transport.TCP, 137, 138)
                .ports(Transport.UDP, 137)
                .sends("nothing")
                .asks(Transport.TCP, "test.one", () -> silence)
                .asks(Transport.TCP, "test.two", () -> silence);
    }

    private static Endpoint at(int port, Transport transport) {
        return new Endpoint(InetAddress.getLoopbackAddress(), port, transport);
    }
}
