// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.packet.FrameBytes;
import io.netgrade.packet.LinkType;
import io.netgrade.packet.Packet;
import io.netgrade.wire.ByteView;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlowTableTest {
    private final Packet packet = new Packet();

    @Test
    void findsBothDirectionsOfAFlowAndTellsThemApart() {
        FlowTable table = new FlowTable(100);
        look(table, 9, 5, 1000, 80);
        int entry = table.add();
        int side = table.side();

        look(table, 5, 9, 80, 1000);

        assertThat(table.find()).isEqualTo(entry);
        assertThat(table.side()).isEqualTo(1 - side);
        assertThat(table.port(entry, side)).isEqualTo(1000);
        assertThat(table.port(entry, 1 - side)).isEqualTo(80);
        assertThat(table.addressLow(entry, side)).isEqualTo(9);
        assertThat(table.isTcp(entry)).isTrue();
        look(table, 9, 5, 1001, 80);
        assertThat(table.find()).isEqualTo(FlowTable.NONE);
    }

    @Test
    void agreesWithAMapWhileItGrowsAndReplaces() {
        FlowTable table = new FlowTable(5000);
        Map<Integer, Integer> entryOfPort = new HashMap<>();
        Map<Integer, Integer> portOfEntry = new HashMap<>();
        Random random = new Random(3);
        for (int i = 0; i < 60_000; i++) {
            int port = 1 + random.nextInt(20_000);
            look(table, 1, 2, port, 80);
            int found = table.find();
            assertThat(found).isEqualTo(entryOfPort.getOrDefault(port, FlowTable.NONE));
            if (found == FlowTable.NONE) {
                int entry = table.full() ? replaced(table, entryOfPort, portOfEntry) : table.add();
                entryOfPort.put(port, entry);
                portOfEntry.put(entry, port);
                table.touch(entry, i);
            }
        }
        assertThat(table.size()).isEqualTo(5000);
    }

    private static int replaced(FlowTable table, Map<Integer, Integer> entryOfPort, Map<Integer, Integer> portOfEntry) {
        int victim = table.oldest();
        entryOfPort.remove(portOfEntry.get(victim));
        table.replace(victim);
        return victim;
    }

    @Test
    void letsGoOfWhatWasSilentLong() {
        FlowTable table = new FlowTable(8);
        for (int port = 1; port <= 8; port++) {
            look(table, 1, 2, port, 80);
            table.touch(table.add(), port == 5 ? 1 : 100 + port);
        }

        assertThat(table.port(table.oldest(), 0)).isEqualTo(5);
    }

    private void look(FlowTable table, int source, int destination, int from, int to) {
        byte[] bytes = FrameBytes.ipv4(6, source, destination, FrameBytes.tcp(from, to, 1, 1, 0, new byte[0]));
        packet.read(ByteView.of(bytes), LinkType.RAW, bytes.length);
        table.look(packet, Transport.TCP);
    }
}
