// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/**
 * The source ports of probes: a range that the system gives to no socket of its own accord (outside
 * ip_local_port_range) and that no socket has, so that every answer belongs to us, and the system, which knows of no such
 * connection, answers a SYN-ACK with RST.
 *
 * @param first the lowest
 * @param count how many there are
 */
record SourcePorts(int first, int count) {
    private static final int WIDTH = 256;
    private static final int LOWEST = 1_024;
    private static final Path RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final List<Path> SOCKETS =
            List.of(Path.of("/proc/thread-self/net/tcp"), Path.of("/proc/thread-self/net/tcp6"));

    int last() {
        return first + count - 1;
    }

    /** The highest such range that is free. */
    static SourcePorts free() throws RawSocketException {
        try {
            BitSet taken = new BitSet();
            String[] given = setting(RANGE).split("\\s+");
            taken.set(Integer.parseInt(given[0]), Integer.parseInt(given[1]) + 1);
            for (Path table : SOCKETS) {
                if (Files.exists(table)) {
                    Files.readAllLines(table).forEach(line -> take(line, taken));
                }
            }
            return free(taken);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new RawSocketException("the system's range of local ports cannot be read: " + e);
        }
    }

    /** A setting of the kernel, which gives all of it at the first read or nothing. */
    private static String setting(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(100), StandardCharsets.US_ASCII).strip();
        }
    }

    /** The highest range of which none is taken. */
    static SourcePorts free(BitSet taken) throws RawSocketException {
        for (int first = 0x10000 - WIDTH; first >= LOWEST; first--) {
            int next = taken.nextSetBit(first);
            if (next < 0 || next >= first + WIDTH) {
                return new SourcePorts(first, WIDTH);
            }
        }
        throw new RawSocketException("no " + WIDTH + " source ports are free outside net.ipv4.ip_local_port_range;"
                + " narrow that range (sysctl), or use --discovery connect");
    }

    /** A line is: number, local address and port in hexadecimal, and more (proc(5)). */
    private static void take(String line, BitSet taken) {
        String[] words = line.strip().split("\\s+");
        int colon = words.length > 1 ? words[1].indexOf(':') : -1;
        if (colon > 0 && !words[1].endsWith("address")) {
            taken.set(Integer.parseInt(words[1].substring(colon + 1), 16));
        }
    }
}
