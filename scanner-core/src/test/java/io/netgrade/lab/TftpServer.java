// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** H. Peter Anvin's tftpd, whose files are one folder; it must be root to become the user that reads them. */
public final class TftpServer implements LabServer {
    private static final int PATIENCE_MILLIS = 500;

    @Override
    public String name() {
        return "tftpd-hpa";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("files/readable", "nothing that matters");
    }

    @Override
    public List<String> command(Place place) {
        String at = place.address() + ":" + place.port();
        return List.of("/usr/sbin/in.tftpd", "-L", "-a", at, "-u", "lab", "-s", place.inside("files"));
    }

    @Override
    public boolean rootIfPossible() {
        return true;
    }

    /** Its answers come from another port, so the socket is not connected. */
    @Override
    public boolean answers(Place place) throws IOException {
        byte[] question = "\0\1nothing\0octet\0".getBytes(StandardCharsets.ISO_8859_1);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.send(new DatagramPacket(
                    question, question.length, InetAddress.getByName(place.address()), place.port()));
            socket.receive(new DatagramPacket(new byte[512], 512));
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
