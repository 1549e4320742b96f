// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The plainest way to see whether a server answers: bytes out, bytes in, nothing of netgrade between. */
final class RawSocket {
    private static final int TIMEOUT_MS = 2_000;
    private static final int MOST_BYTES = 4_096;

    private RawSocket() {}

    /** Sends text over a new TCP connection and returns the first bytes that come back, one character a byte. */
    static String overTcp(Place place, String text) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(place.address(), place.port()), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            byte[] answer = new byte[MOST_BYTES];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
        }
    }

    /** Sends one datagram, given in hexadecimal, and returns the one that comes back; empty when none does. */
    static byte[] overUdp(Place place, String hexadecimal) throws IOException {
        byte[] question = HexFormat.of().parseHex(hexadecimal.replace(" ", ""));
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(InetAddress.getByName(place.address()), place.port());
            socket.setSoTimeout(TIMEOUT_MS / 4);
            socket.send(new DatagramPacket(question, question.length));
            DatagramPacket answer = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
            socket.receive(answer);
            return Arrays.copyOf(answer.getData(), answer.getLength());
        } catch (SocketTimeoutException | SocketException e) {
            return new byte[0];
        }
    }
}
