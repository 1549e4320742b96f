// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many connections a server has open at one time, at the most. What the other end has closed does not count, whether
 * the server has read that far or not: the kernel's table of connections knows it.
 */
public final class OpenConnections {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    /** The fourth column of the table: 01 is ESTABLISHED. */
    private static final String ESTABLISHED = "01";

    private final Set<Socket> open = new HashSet<>();
    private int most;

    public synchronized void enter(Socket socket) throws IOException {
        Set<String> established = established();
        int others = 0;
        for (Socket each : open) {
            others += established.contains(ends(each)) ? 1 : 0;
        }
        open.add(socket);
        most = Math.max(most, others + 1);
    }

    public synchronized void leave(Socket socket) {
        open.remove(socket);
    }

    public synchronized int most() {
        return most;
    }

    synchronized List<Socket> all() {
        return List.copyOf(open);
    }

    private static String ends(Socket socket) {
        return "%04X %04X".formatted(socket.getLocalPort(), socket.getPort());
    }

    private static Set<String> established() throws IOException {
        Set<String> found = new HashSet<>();
        for (Path table : TABLES) {
            List<String> lines = Files.exists(table) ? Files.readAllLines(table) : List.of();
            for (String line : lines) {
                String[] columns = line.trim().split("\\s+", -1);
                if (columns[3].equals(ESTABLISHED)) {
                    found.add(port(columns[1]) + " " + port(columns[2]));
                }
            }
        }
        return found;
    }

    private static String port(String end) {
        return end.substring(end.indexOf(':') + 1);
    }
}
