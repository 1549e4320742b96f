// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {
    private static final String ADDRESS = Loopback.ownAddress();

    @Test
    void countsConnectionsThatAreOpenTogether() throws Exception {
        try (ServerSocket listener = listener();
                Socket first = new Socket(ADDRESS, listener.getLocalPort());
                Socket second = new Socket(ADDRESS, listener.getLocalPort())) {
            OpenConnections open = new OpenConnections();
            open.enter(listener.accept());
            open.enter(listener.accept());

            assertThat(open.most()).isEqualTo(2);
            assertThat(first.isConnected() && second.isConnected()).isTrue();
        }
    }

    @Test
    void countsNoConnectionThatTheOtherEndHasClosed() throws Exception {
        try (ServerSocket listener = listener()) {
            OpenConnections open = new OpenConnections();
            for (int i = 0; i < 3; i++) {
                Socket client = new Socket(ADDRESS, listener.getLocalPort());
                open.enter(listener.accept());
                client.close();
            }

            assertThat(open.most()).isEqualTo(1);
            for (Socket each : open.all()) {
                each.close();
            }
        }
    }

    private static ServerSocket listener() throws Exception {
        ServerSocket listener = new ServerSocket();
        listener.bind(new InetSocketAddress(ADDRESS, FreePorts.next()));
        return listener;
    }
}
