// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.lab.OpenConnections;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** An inquiry whose exchanges may be under way at the same time. */
class ProberAtOnceTest {
    private final Recorded recorded = new Recorded();
    private final List<String> ended = new ArrayList<>();
    private final OpenConnections open = new OpenConnections();

    @Test
    void exchangesAreMadeAtOnceUpToTheLimitOfTheHost() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(this::greetLate)) {
            recorded.prober(Recorded.QUICK.withPerHost(4), several(13, server.port()))
                    .run(List.of(server.target()));

            assertThat(open.most()).isEqualTo(4);
            assertThat(ended).hasSize(13).allMatch(end -> end.endsWith(" ANSWERED"));
            assertThat(recorded.observations())
                    .extracting(seen -> seen.fact().toString())
                    .filteredOn(fact -> fact.contains("answered 13"))
                    .hasSize(1);
        }
    }

    @Test
    void oneThatDoesNotSaySoIsMadeOneAfterAnother() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(this::greetLate)) {
            FakeProtocol single = FakeProtocol.talking("abc", 5, ProberAtOnceTest::hello, server.port());
            recorded.prober(Recorded.QUICK.withPerHost(4), single).run(List.of(server.target()));

            assertThat(open.most()).isEqualTo(1);
            assertThat(server.accepted()).hasSize(5);
        }
    }

    @Test
    void oneExchangeIsMadeUntilTheProtocolIsRecognised() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (LoopbackServer server = LoopbackServer.running(socket -> {
            if (connections.incrementAndGet() > 3) {
                greetLate(socket);
            }
        })) {
            recorded.prober(Recorded.QUICK.withPerHost(8), several(9, server.port()))
                    .run(List.of(server.target()));

            assertThat(ended.subList(0, 4))
                    .containsExactly("0 CLOSED_EARLY", "1 CLOSED_EARLY", "2 CLOSED_EARLY", "3 ANSWERED");
            assertThat(ended).hasSize(9);
        }
    }

    @Test
    void whatIsSpentEndsOnceAllThatIsUnderWayHasEnded() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(this::greetLate)) {
            ProbeLimits limits = Recorded.QUICK.withPerHost(3).withExchangesPerInquiry(6);
            recorded.prober(limits, several(20, server.port())).run(List.of(server.target()));

            assertThat(ended)
                    .hasSize(7)
                    .filteredOn(end -> end.endsWith(" BUDGET_SPENT"))
                    .hasSize(1);
            assertThat(recorded.observations())
                    .extracting(seen -> seen.fact().toString())
                    .filteredOn(fact -> fact.contains("answered 6"))
                    .hasSize(1);
        }
    }

    @Test
    void anInterruptKeepsWhatEachOfThemSaw() throws Exception {
        try (LoopbackServer server = LoopbackServer.running(socket -> {
            LoopbackServer.line(socket);
            LoopbackServer.say(socket, "ABC\n");
            LoopbackServer.readToTheEnd(socket);
        })) {
            Thread run = new Thread(() -> recorded.prober(
                            Recorded.QUICK.withPerHost(2).withConnectionsPerSecond(20), several(100, server.port()))
                    .run(List.of(server.target())));
            run.start();
            org.awaitility.Awaitility.await().until(() -> server.accepted().size() >= 4);
            run.interrupt();
            run.join(TimeUnit.SECONDS.toMillis(30));

            assertThat(run.isAlive()).isFalse();
            long answered =
                    ended.stream().filter(end -> end.endsWith(" ANSWERED")).count();
            assertThat(recorded.observations())
                    .extracting(seen -> seen.fact().toString())
                    .filteredOn(fact -> fact.contains("answered " + answered))
                    .hasSize(1);
        }
    }

    private FakeProtocol several(int exchanges, int port) {
        return new FakeProtocol("abc", true, port) {
            @Override
            public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
                return Optional.of(new Several(exchanges));
            }
        };
    }

    private static Conversation hello() {
        return new FakeProtocol.Greeting("ABC", true);
    }

    private void greetLate(Socket socket) throws IOException {
        open.enter(socket);
        try {
            LoopbackServer.line(socket);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                    20 + ThreadLocalRandom.current().nextInt(60)));
            LoopbackServer.say(socket, "ABC\n");
            LoopbackServer.readToTheEnd(socket);
        } finally {
            open.leave(socket);
        }
    }

    /** Notes how each of its exchanges ended, and concludes with how many were answered. */
    private final class Several implements Inquiry {
        private final int exchanges;
        private int asked;

        Several(int exchanges) {
            this.exchanges = exchanges;
        }

        @Override
        public Optional<Exchange> next() {
            return asked == exchanges
                    ? Optional.empty()
                    : Optional.of(Exchange.over(Transport.TCP, "abc." + asked++, hello()));
        }

        @Override
        public boolean severalAtOnce() {
            return true;
        }

        @Override
        public void ended(Exchange exchange, Attempt.Status status, List<Fact> stated) {
            ended.add(exchange.question().substring("abc.".length()) + " " + status);
        }

        @Override
        public void conclude(ObservationSink sink) {
            long answered = ended.stream()
                    .filter(end -> end.endsWith(" " + Status.ANSWERED))
                    .count();
            sink.saw(FakeProtocol.GREETING.complete("answered " + answered));
        }
    }
}
