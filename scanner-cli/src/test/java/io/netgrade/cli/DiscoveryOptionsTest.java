// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.lab.FreePorts;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DiscoveryOptionsTest {
    @Test
    void openPortsAreListedAndLeftAtOnce() throws IOException, InterruptedException {
        BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();
        int closed = FreePorts.next();
        try (ServerSocket open = new ServerSocket(FreePorts.next(), 8, InetAddress.getLoopbackAddress())) {
            Thread serving = new Thread(() -> listen(open, heard));
            serving.setDaemon(true);
            serving.start();

            Ran ran = Ran.netgrade(
                    "scan", "--discover-only", "-p", "T:" + open.getLocalPort() + "," + closed, "127.0.0.1");

            assertThat(ran.code()).isEqualTo(ExitCode.HOLDS.code());
            assertThat(ran.out()).isEqualTo("127.0.0.1:" + open.getLocalPort() + "/tcp\n");
            assertThat(ran.said()).containsExactly("netgrade: 1 open, 1 closed, 0 filtered");
            assertThat(heard.poll(10, TimeUnit.SECONDS))
                    .as("it says nothing, and goes with FIN")
                    .isEqualTo(-1);
            assertThat(heard).as("it comes once").isEmpty();
        }
    }

    private static void listen(ServerSocket server, BlockingQueue<Integer> heard) {
        try {
            while (true) {
                try (Socket client = server.accept()) {
                    heard.add(client.getInputStream().read());
                }
            }
        } catch (IOException e) {
            assertThat(server.isClosed()).as(String.valueOf(e)).isTrue();
        }
    }

    @Test
    void aDryRunOfAListSaysThatNothingIsAsked() {
        Ran ran = Ran.netgrade("scan", "--dry-run", "--discover-only", "-p", "T:9", "127.0.0.1");

        assertThat(ran.out())
                .contains("What is open is listed, and asked nothing.")
                .doesNotContain("asked on by");
    }

    @Test
    void noDatagramIsSentForAListOfOpenPorts() throws IOException {
        try (DatagramSocket heard = new DatagramSocket(FreePorts.next(), InetAddress.getLoopbackAddress())) {
            heard.setSoTimeout(500);

            Ran ran = Ran.netgrade("scan", "--discover-only", "127.0.0.1:" + heard.getLocalPort() + "/udp");

            assertThat(ran.said()).containsExactly("netgrade: 0 open, 0 closed, 0 filtered");
            assertThatThrownBy(() -> heard.receive(new DatagramPacket(new byte[9], 9)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void openPortsOfSctpAreListedWithRawPacketsAlone() {
        Ran ran = Ran.netgrade("scan", "--discover-only", "-p", "S:2905", "127.0.0.1");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.said())
                .containsExactly("netgrade: --discover-only: SCTP ports are found by --discovery syn alone");
    }

    @Test
    void aListOfOpenPortsIsNoReport() {
        Ran ran = Ran.netgrade(
                "scan", "--discovery", "syn", "--discover-only", "--format", "json", "-p", "T:9", "127.0.0.1");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("without --evidence, --format and --output");
    }

    @Test
    void aDryRunSaysWhatRawPacketsAreSent() {
        Ran syn = Ran.netgrade("scan", "--dry-run", "--discovery", "syn", "-p", "T:9,S:2905", "127.0.0.1");
        Ran connect = Ran.netgrade("scan", "--dry-run", "-p", "T:9", "127.0.0.1");

        assertThat(syn.out()).contains("every TCP endpoint is first sent a SYN", "to 2905 of every address");
        assertThat(connect.out()).doesNotContain("SYN");
    }

    @Test
    void sctpPortsAreVisitedWhereRawPacketsAreAllowedAndElseSaidToBeUnvisited() {
        Ran ran = Ran.netgrade("scan", "-q", "-p", "S:2905", "--format", "json", "127.0.0.1");

        boolean unvisited = ran.err().contains("S:2905: no SCTP here, not visited: ");
        boolean visited = ran.err().isEmpty();
        assertThat(unvisited).as(ran.err()).isNotEqualTo(visited);
        assertThat(ran.code()).as("nothing was seen, visited or not").isEqualTo(ExitCode.UNDECIDED.code());
    }

    @Test
    void aDryRunNamesTheAssociations() {
        Ran ran = Ran.netgrade("scan", "--dry-run", "-p", "S:2905,3868", "127.0.0.1");

        assertThat(ran.code()).isEqualTo(ExitCode.HOLDS.code());
        assertThat(ran.out()).contains("SCTP 2905,3868", "SCTP 2 associations, one to each endpoint");
    }
}
