// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.scan.ProtocolCatalog;
import java.io.IOException;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks many servers at once that all send ten megabytes of certificate, in a Java machine of little memory; prints how the
 * questions ended, and how much was received.
 */
final class HeavyProbe {
    private static final int PORT = 7_443;
    private static final int CERTIFICATE = 10 * 1024 * 1024;

    private HeavyProbe() {}

    /** @param arguments the addresses, on each of which one server is */
    public static void main(String[] arguments) {
        AddressRange addresses = AddressRange.of(arguments[0]);
        LoopbackServer server = LoopbackServer.listening("0.0.0.0", PORT, HeavyProbe::tenMegabytesOfCertificate);
        Map<Status, Integer> endings = new TreeMap<>();
        long[] received = {0, 0};
        ProbeLimits limits = Recorded.QUICK
                .withPerNetwork(256)
                .withGuesses(2, 1)
                .withTimeouts(
                        Recorded.QUICK.connectTimeout(),
                        ProbeLimits.GENTLE.exchangeTimeout(),
                        ProbeLimits.GENTLE.idleTimeout());
        ProbeReport report = new Prober(
                        ProtocolCatalog.asked(),
                        Scope.NOTHING,
                        limits,
                        InstantSource.system(),
                        observation -> {},
                        attempt -> {
                            endings.merge(attempt.status(), 1, Integer::sum);
                            received[0] += attempt.received();
                            received[1] = Math.max(received[1], attempt.received());
                        })
                .run(List.of(new ProbeTarget(addresses, PortSet.of(PORT), PortSet.NONE)));
        System.out.println("contacts " + new TreeMap<>(report.firstContacts()));
        System.out.println("endings " + endings);
        System.out.println("at a time " + server.peak());
        System.out.println("received " + received[0]);
        System.out.println("most " + received[1]);
        System.exit(0);
    }

    /** A ServerHello of TLS 1.2 (RFC 5246 section 7.4.1.3), then a Certificate message that says it has 10 MB. */
    static void tenMegabytesOfCertificate(Socket socket) throws IOException {
        if (socket.getInputStream().read(new byte[4_096]) < 0) {
            return;
        }
        byte[] hello = new byte[5 + 42];
        System.arraycopy(new byte[] {22, 3, 3, 0, 42, 2, 0, 0, 38, 3, 3}, 0, hello, 0, 11);
        hello[11 + 32 + 1] = (byte) 0xC0;
        hello[11 + 32 + 2] = 0x2F;
        socket.getOutputStream().write(hello);
        byte[] record = new byte[5 + 0x4000];
        System.arraycopy(new byte[] {22, 3, 3, 0x40, 0}, 0, record, 0, 5);
        System.arraycopy(new byte[] {11, (byte) 0xA0, 0, 0, (byte) 0x9F, (byte) 0xFF, (byte) 0xFD}, 0, record, 5, 7);
        socket.getOutputStream().write(record);
        Arrays.fill(record, 5, record.length, (byte) 1);
        for (int sent = 0; sent < CERTIFICATE; sent += 0x4000) {
            socket.getOutputStream().write(record);
        }
    }
}
