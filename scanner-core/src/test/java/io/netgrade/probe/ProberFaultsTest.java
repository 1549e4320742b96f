// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.scan.ProtocolCatalog;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that do their worst, beside one that does not; with every protocol that is asked. */
class ProberFaultsTest {
    private static final Duration MOST = Duration.ofSeconds(60);

    private final Recorded recorded = new Recorded();

    @Test
    void eachEndsInTimeWithItsReasonAndHarmsNothing() throws Exception {
        List<LoopbackServer> servers = new ArrayList<>();
        LoopbackServer good = add(servers, 1, ProberFaultsTest::ssh);
        LoopbackServer slow = add(servers, 2, ProberFaultsTest::aByteASecond);
        LoopbackServer endless = add(servers, 3, ProberFaultsTest::endlessBanner);
        LoopbackServer resetting = add(servers, 4, socket -> socket.setSoLinger(true, 0));
        LoopbackServer tarpit = add(servers, 5, LoopbackServer::readToTheEnd);
        LoopbackServer closing = add(servers, 6, ProberFaultsTest::closesAfterAnyWord);
        LoopbackServer certificates = add(servers, 7, HeavyProbe::tenMegabytesOfCertificate);
        ProbeLimits limits =
                Recorded.QUICK.withBytes(64 * 1024).withGuesses(6, 1).withBannerWait(Duration.ofSeconds(2));
        ProbeReport report = new Prober(
                        ProtocolCatalog.asked(),
                        io.netgrade.endpoint.Scope.NOTHING,
                        limits,
                        java.time.InstantSource.system(),
                        recorded.observations()::add,
                        recorded.attempts()::add)
                .run(servers.stream().map(LoopbackServer::target).toList());

        assertThat(report.took()).isLessThan(MOST);
        assertThat(report.stopped()).isEmpty();
        assertThat(report.firstContacts().keySet()).isSubsetOf(Status.ANSWERED, Status.RESET);
        assertThat(recorded.attempts())
                .noneMatch(attempt -> attempt.status() == Status.FAULT)
                .allMatch(attempt -> attempt.received() <= 64 * 1024);
        assertThat(recorded.observations())
                .isNotEmpty()
                .as("what the two that speak a protocol really said")
                .allMatch(seen -> List.of(good.port(), certificates.port())
                        .contains(seen.service().endpoint().port()))
                .noneMatch(seen -> seen.fact().type().startsWith("tls.certificate"));
        assertThat(endings(good)).contains(Status.ANSWERED);
        assertThat(endings(slow)).isSubsetOf(Status.TIMED_OUT, Status.ANSWERED);
        assertThat(endings(endless)).contains(Status.BUDGET_SPENT);
        assertThat(endings(resetting)).isSubsetOf(Status.RESET, Status.CLOSED_EARLY, Status.ANSWERED);
        assertThat(endings(tarpit)).contains(Status.TIMED_OUT).hasSize(2 + 6 + 1);
        assertThat(endings(closing)).contains(Status.CLOSED_EARLY);
        assertThat(endings(certificates)).containsAnyOf(Status.BUDGET_SPENT, Status.NOT_THIS_PROTOCOL);
        for (LoopbackServer server : servers) {
            server.close();
        }
    }

    @Test
    void manyCertificatesOfTenMegabytesFitIntoLittleMemory(@TempDir Path folder) throws Exception {
        List<String> said = NetworkOfItsOwn.run(folder, "", HeavyProbe.class, "127.0.10.1-100");

        // The heap has 128 MB; were all taken that they send, it would be 1,000 MB, of each question.
        assertThat(said).contains("contacts {ANSWERED=100}").noneMatch(line -> line.contains("FAULT"));
        assertThat(number(said, "at a time ")).isGreaterThan(50);
        assertThat(number(said, "received ")).isGreaterThan(100L * ProbeLimits.GENTLE.bytes() / 2);
        assertThat(number(said, "most ")).isLessThanOrEqualTo(ProbeLimits.GENTLE.bytes());
    }

    private static long number(List<String> said, String what) {
        return said.stream()
                .filter(line -> line.startsWith(what))
                .mapToLong(line -> Long.parseLong(line.substring(what.length())))
                .findFirst()
                .orElseThrow();
    }

    private static LoopbackServer add(List<LoopbackServer> servers, int number, LoopbackServer.Script script) {
        LoopbackServer server = LoopbackServer.running("127.0.10." + number, script);
        servers.add(server);
        return server;
    }

    private List<Status> endings(LoopbackServer server) {
        return recorded.attempts().stream()
                .filter(attempt -> attempt.endpoint().port() == server.port())
                .map(Attempt::status)
                .toList();
    }

    private static void ssh(Socket socket) throws IOException {
        LoopbackServer.say(socket, "SSH-2.0-Good_1.0\r\n");
        LoopbackServer.readToTheEnd(socket);
    }

    private static void aByteASecond(Socket socket) throws IOException {
        for (int i = 0; i < 100; i++) {
            LoopbackServer.say(socket, "?");
            sleep(1_000);
        }
    }

    private static void endlessBanner(Socket socket) throws IOException {
        byte[] block = new byte[8_192];
        Arrays.fill(block, (byte) '?');
        while (!Thread.interrupted()) {
            socket.getOutputStream().write(block);
        }
    }

    private static void closesAfterAnyWord(Socket socket) throws IOException {
        socket.getInputStream().read();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
