// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.probe.raw.BadWire.Conditions;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The wire of the tests does what it says. */
class BadWireTest {
    private static final int COUNT = 2_000;

    /** When a datagram was sent, by its number, and when it came. */
    private record Arrival(int number, long millis) {}

    @Test
    void aCleanWireLosesAndReordersNothing() throws Exception {
        List<Arrival> arrivals = sent(Conditions.CLEAN.delaying(30, 0));

        assertThat(arrivals).hasSize(COUNT);
        assertThat(numbers(arrivals)).isSorted().doesNotHaveDuplicates();
        assertThat(arrivals).allSatisfy(each -> assertThat(each.millis()).isGreaterThanOrEqualTo(29));
    }

    @Test
    void aBadWireLosesDoublesAndReordersTheShareThatItIsTold() throws Exception {
        List<Arrival> arrivals =
                sent(Conditions.CLEAN.delaying(5, 20).losing(0.2).doubling(0.1));

        long different = numbers(arrivals).stream().distinct().count();
        // Four standard deviations of 2,000 draws: lost altogether are 0.9 x 0.2 + 0.1 x 0.2 x 0.2, doubled 0.1 x 0.8 x
        // 0.8.
        assertThat(different).isBetween(1_564L, 1_702L);
        assertThat(arrivals.size() - different).isBetween(84L, 172L);
        assertThat(numbers(arrivals))
                .isNotEqualTo(numbers(arrivals).stream().sorted().toList());
    }

    private static List<Integer> numbers(List<Arrival> arrivals) {
        return arrivals.stream().map(Arrival::number).toList();
    }

    private static List<Arrival> sent(Conditions conditions) throws Exception {
        try (TwoNetworks networks = TwoNetworks.over(conditions);
                DatagramSocket server =
                        networks.there(() -> new DatagramSocket(7_000, InetAddress.getByName("10.77.0.2")));
                DatagramSocket client = networks.here(() -> new DatagramSocket())) {
            server.setReceiveBufferSize(1 << 22);
            server.setSoTimeout(1_000);
            Thread sender = new Thread(() -> send(client));
            sender.start();
            List<Arrival> arrivals = new ArrayList<>();
            try {
                while (true) {
                    DatagramPacket packet = new DatagramPacket(new byte[16], 16);
                    server.receive(packet);
                    ByteBuffer content = ByteBuffer.wrap(packet.getData());
                    arrivals.add(
                            new Arrival((int) content.getLong(), (System.nanoTime() - content.getLong()) / 1_000_000));
                }
            } catch (SocketTimeoutException e) {
                sender.join();
                return arrivals;
            }
        }
    }

    private static void send(DatagramSocket client) {
        for (int i = 0; i < COUNT; i++) {
            byte[] content = ByteBuffer.allocate(16)
                    .putLong(i)
                    .putLong(System.nanoTime())
                    .array();
            try {
                client.send(new DatagramPacket(content, 16, new InetSocketAddress("10.77.0.2", 7_000)));
                Thread.sleep(i % 10 == 0 ? 1 : 0);
            } catch (java.io.IOException | InterruptedException e) {
                return;
            }
        }
    }
}
