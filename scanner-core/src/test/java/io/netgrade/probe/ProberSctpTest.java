// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the prober makes of associations, whoever opens them. */
class ProberSctpTest {
    private static final int ASKED = 2_905;
    private static final int NAMED = 36_412;
    private static final Protocol ABC = PlainProtocol.of("abc", "ABC")
            .ports(Transport.SCTP, ASKED)
            .sends("A greeting.")
            .asks(Transport.SCTP, "abc.greeting", endpoint -> new Greeting())
            .build();
    private static final Protocol NEVER_ASKED =
            PlainProtocol.of("xyz", "XYZ").ports(Transport.SCTP, NAMED).build();

    private final Recorded recorded = new Recorded();
    private final List<String> log = new CopyOnWriteArrayList<>();

    private static final class Greeting implements Conversation {
        @Override
        public void opened(Peer peer) {
            peer.send("ABC?".getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
            boolean own = bytes.carriage().payloadProtocol() == payloadProtocol();
            return own && bytes.unread().ascii(0, bytes.unread().length()).equals("ABC")
                    ? Progress.DONE
                    : Progress.MALFORMED;
        }

        @Override
        public long payloadProtocol() {
            return 77;
        }
    }

    /** Opens what it is told to, and answers what is said. */
    private record Lender(List<String> log, Behaviour behaviour) implements Associations {
        @Override
        public Open open(Endpoint endpoint, ScheduledExecutorService loop, PacketTap tap, Visitor visitor) {
            log.add("open " + endpoint);
            loop.execute(() -> behaviour.begins(visitor));
            return new Open() {
                @Override
                public void send(long payloadProtocol, byte[] message) {
                    log.add(payloadProtocol + " " + new String(message, StandardCharsets.US_ASCII));
                    loop.execute(() -> behaviour.answers(visitor));
                }

                @Override
                public void leave() {
                    log.add("leave");
                    loop.execute(() -> visitor.ended(Status.CLOSED_EARLY, ""));
                }

                @Override
                public void abort() {
                    log.add("abort");
                }
            };
        }
    }

    private interface Behaviour {
        default void begins(Associations.Visitor visitor) {
            visitor.opened();
        }

        default void answers(Associations.Visitor visitor) {
            visitor.message(77, "ABC".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void anAssociationIsLentToTheConversationAndLeft() {
        ProbeReport report = probe(ASKED, new Behaviour() {});

        assertThat(recorded.endings()).containsExactly("connect answered", "abc.greeting answered");
        assertThat(recorded.seen()).containsExactly("abc service.recognised");
        assertThat(log).containsExactly("open 127.0.0.1:2905/sctp", "77 ABC?", "leave");
        assertThat(report.firstContacts()).containsOnlyKeys(Status.ANSWERED);
        assertThat(recorded.attempt("abc.greeting").received()).isEqualTo(3);
    }

    @Test
    void anAnswerMarkedAsSomethingElseIsNone() {
        probe(ASKED, new Behaviour() {
            @Override
            public void answers(Associations.Visitor visitor) {
                visitor.message(78, "ABC".getBytes(StandardCharsets.US_ASCII));
            }
        });

        assertThat(recorded.endings()).contains("connect answered", "abc.greeting not-this-protocol");
        assertThat(recorded.observations())
                .extracting(seen -> seen.service().protocol() + " "
                        + seen.service().confidence() + " " + seen.fact().type())
                .containsExactly(
                        "sctp CONFIRMED service.recognised",
                        "sctp CONFIRMED sctp.association",
                        "abc PORT service.recognised");
    }

    @Test
    void whatNothingIsAskedOfIsHeardAndNamedByItsPort() {
        probe(NAMED, new Behaviour() {});

        assertThat(recorded.endings()).containsExactly("connect answered", "banner timed-out");
        assertThat(log).containsExactly("open 127.0.0.1:36412/sctp", "leave");
        assertThat(recorded.seen())
                .containsExactly("sctp service.recognised", "sctp sctp.association", "xyz service.recognised");
    }

    @ParameterizedTest
    @CsvSource({"REFUSED", "FILTERED", "UNREACHABLE", "NOT_THIS_PROTOCOL"})
    void whatNeverOpensIsAskedNothing(Status status) {
        probe(ASKED, new Behaviour() {
            @Override
            public void begins(Associations.Visitor visitor) {
                visitor.ended(status, "why");
            }
        });

        assertThat(recorded.endings()).containsExactly("connect " + status.id());
        assertThat(recorded.observations()).isEmpty();
        assertThat(log).containsExactly("open 127.0.0.1:2905/sctp");
    }

    @Test
    void whatNobodyAnswersIsGivenUpInTime() {
        probe(ASKED, new Behaviour() {
            @Override
            public void begins(Associations.Visitor visitor) {
                // It is silent.
            }
        });

        assertThat(recorded.endings()).containsExactly("connect filtered");
        assertThat(log).containsExactly("open 127.0.0.1:2905/sctp", "leave");
    }

    @Test
    void whereNobodyOpensAssociationsTheyStayUnknown() {
        recorded.prober(Recorded.QUICK, ABC).run(List.of(target(ASKED)));

        assertThat(recorded.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.status()).isEqualTo(Status.UNREACHABLE);
            assertThat(attempt.detail()).isEqualTo(Attempt.NO_SCTP);
        });
        assertThat(recorded.observations()).isEmpty();
    }

    private ProbeReport probe(int port, Behaviour behaviour) {
        return recorded.prober(Recorded.QUICK, ABC)
                .associating(new Lender(log, behaviour), List.of(ABC, NEVER_ASKED))
                .run(List.of(target(port)));
    }

    private static ProbeTarget target(int port) {
        return new ProbeTarget(AddressRange.of("127.0.0.1"), PortSet.NONE, PortSet.NONE, PortSet.of(port));
    }
}
