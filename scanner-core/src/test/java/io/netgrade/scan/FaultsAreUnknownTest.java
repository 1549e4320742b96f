// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.UnknownReason;
import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Run;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.Finding;
import io.netgrade.grade.UnitScope;
import io.netgrade.lab.FreePorts;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Services that say that they are SSH servers and then do their worst: what would have been asked of them is UNKNOWN, with
 * the reason, and nothing about it passes or fails; and a service beside them is judged as if it were alone.
 */
class FaultsAreUnknownTest {
    private static final byte[] BANNER = "SSH-2.0-lab\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] KEY_EXCHANGE = keyExchange();
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final ProbeLimits LIMITS = ProbeLimits.GENTLE
            .withConnectionsPerSecond(500)
            .withPerHost(8)
            .withBytes(64 * 1024)
            .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(2));

    private final Map<String, ServerSocket> servers = new TreeMap<>();

    /** What a server does behind its banner. */
    private interface Fault {
        void with(Socket socket) throws IOException, InterruptedException;
    }

    @AfterEach
    void end() throws IOException {
        for (ServerSocket server : servers.values()) {
            server.close();
        }
    }

    @Test
    void eachFaultIsUnknownWithItsReason() throws Exception {
        serve("silent", socket -> socket.getInputStream().readAllBytes());
        serve("slow", FaultsAreUnknownTest::aByteASecond);
        serve("closing", socket -> socket.getInputStream().read());
        serve("resetting", socket -> {
            socket.getInputStream().read();
            socket.setSoLinger(true, 0);
        });
        serve("endless", FaultsAreUnknownTest::endless);
        serve("good", socket -> {
            socket.getOutputStream().write(KEY_EXCHANGE);
            socket.getInputStream().readAllBytes();
        });
        Instant began = Instant.now();
        Assessment all = assessed(servers.values());
        Duration took = Duration.between(began, Instant.now());
        Assessment alone = assessed(List.of(servers.get("good")));

        assertThat(took).isLessThan(MOST);
        assertThat(reasons(all, "silent")).containsExactly(UnknownReason.TIMED_OUT);
        assertThat(reasons(all, "slow")).containsExactly(UnknownReason.TIMED_OUT);
        assertThat(reasons(all, "closing")).containsExactly(UnknownReason.CLOSED_EARLY);
        assertThat(reasons(all, "resetting")).containsExactly(UnknownReason.CLOSED_EARLY);
        assertThat(reasons(all, "endless")).containsExactly(UnknownReason.BUDGET_SPENT);
        for (String name : List.of("silent", "slow", "closing", "resetting", "endless")) {
            assertThat(decided(all, name))
                    .as("what %s said before is all that is decided", name)
                    .containsExactly("ssh.protocol-version 1 pass");
        }
        assertThat(decided(all, "good")).contains("ssh.key-exchange 3.1 pass").isEqualTo(decided(alone, "good"));
    }

    private Assessment assessed(Iterable<ServerSocket> asked) throws Exception {
        List<Target> targets = new ArrayList<>();
        for (ServerSocket server : asked) {
            targets.add(Target.of("127.0.0.1:" + server.getLocalPort() + "/tcp"));
        }
        Run run = Runs.begin("scan", "0", "untrusted", true, Instant.now());
        Targets ready =
                Targets.of(targets, new Targets.Ports(PortSet.NONE, PortSet.NONE), Scope.NOTHING, Instant.now());
        try (Collector collector = new Collector(Optional.empty())) {
            Probing.examine(ready, ProtocolCatalog.asked(), LIMITS, Course.WHOLE, InstantSource.system(), collector);
            UnitScope unit = new UnitScope("lab", "", "", "untrusted", Optional.empty(), any -> true, any -> true);
            return Judging.judge(
                    collector.collected(run, Instant.now()),
                    Judging.profile("miit-telecom"),
                    List.of(unit),
                    Optional.empty());
        }
    }

    /** Why the asks about SSH at a server are open. */
    private Set<UnknownReason> reasons(Assessment all, String name) {
        return findings(all, name)
                .flatMap(finding -> finding.verdict().unknown().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The checks of SSH that pass or fail at a server. */
    private Set<String> decided(Assessment all, String name) {
        return findings(all, name)
                .filter(finding -> finding.is(Result.PASS) || finding.is(Result.FAIL))
                .map(finding ->
                        finding.check().orElseThrow() + " " + finding.level().id() + " "
                                + finding.verdict().result().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Finding> findings(Assessment all, String name) {
        int port = servers.get(name).getLocalPort();
        return all.findings().stream()
                .filter(finding ->
                        finding.endpoint().filter(at -> at.port() == port).isPresent())
                .filter(finding -> finding.check()
                        .filter(check -> check.startsWith("ssh."))
                        .isPresent())
                .filter(Finding::counts);
    }

    private void serve(String name, Fault fault) throws IOException {
        ServerSocket listener = new ServerSocket(FreePorts.next(), 64, InetAddress.getLoopbackAddress());
        servers.put(name, listener);
        Thread accepting = new Thread(() -> accept(listener, fault));
        accepting.setDaemon(true);
        accepting.start();
    }

    private static void accept(ServerSocket listener, Fault fault) {
        try {
            while (true) {
                Socket socket = listener.accept();
                Thread serving = new Thread(() -> answer(socket, fault));
                serving.setDaemon(true);
                serving.start();
            }
        } catch (IOException e) {
            assertThat(listener.isClosed()).as(String.valueOf(e)).isTrue();
        }
    }

    private static void answer(Socket socket, Fault fault) {
        try (socket) {
            socket.getOutputStream().write(BANNER);
            fault.with(socket);
        } catch (IOException e) {
            // The client has left: that is its right.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void aByteASecond(Socket socket) throws IOException, InterruptedException {
        for (int i = 0; i < KEY_EXCHANGE.length; i++) {
            socket.getOutputStream().write(KEY_EXCHANGE, i, 1);
            Thread.sleep(1_000);
        }
    }

    /** One message after another that means nothing (SSH_MSG_IGNORE, RFC 4253 section 11.2). */
    private static void endless(Socket socket) throws IOException {
        byte[] ignored = packet(new byte[] {2, 0, 0, 0, 0});
        byte[] many = new byte[ignored.length * 512];
        for (int i = 0; i < many.length; i += ignored.length) {
            System.arraycopy(ignored, 0, many, i, ignored.length);
        }
        while (!socket.isClosed()) {
            socket.getOutputStream().write(many);
        }
    }

    /** SSH_MSG_KEXINIT with one algorithm of each kind (RFC 4253 section 7.1). */
    private static byte[] keyExchange() {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(20);
        message.writeBytes(new byte[16]);
        for (String list : List.of(
                "curve25519-sha256",
                "ssh-ed25519",
                "aes256-ctr",
                "aes256-ctr",
                "hmac-sha2-256",
                "hmac-sha2-256",
                "none",
                "none",
                "",
                "")) {
            message.writeBytes(ByteBuffer.allocate(4).putInt(list.length()).array());
            message.writeBytes(list.getBytes(StandardCharsets.US_ASCII));
        }
        message.writeBytes(new byte[5]);
        return packet(message.toByteArray());
    }

    /** A binary packet without encryption (RFC 4253 section 6). */
    private static byte[] packet(byte... payload) {
        int padding = 16 - (5 + payload.length) % 8;
        return ByteBuffer.allocate(5 + payload.length + padding)
                .putInt(1 + payload.length + padding)
                .put((byte) padding)
                .put(payload)
                .array();
    }
}
