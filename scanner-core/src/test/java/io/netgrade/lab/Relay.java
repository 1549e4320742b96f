// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** In front of another server, so that it can be reached at the usual port, or inside TLS. */
public final class Relay implements StreamStandIn.Service {
    private final String address;
    private final int port;

    public Relay(String address, int port) {
        this.address = address;
        this.port = port;
    }

    @Override
    public void serve(DataInputStream in, DataOutputStream out) throws IOException {
        serve(new byte[0], in, out);
    }

    /** @param heard what the client has said already */
    void serve(byte[] heard, DataInputStream in, DataOutputStream out) throws IOException {
        try (Socket inner = new Socket(address, port)) {
            inner.getOutputStream().write(heard);
            Thread answers = new Thread(() -> answer(inner, in, out), "relay");
            answers.setDaemon(true);
            answers.start();
            copy(in, inner.getOutputStream());
        }
    }

    private static void answer(Socket inner, InputStream in, OutputStream out) {
        try (in;
                out) {
            copy(inner.getInputStream(), out);
        } catch (IOException over) {
            // One of the two has closed, which ends the other's connection as well.
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] piece = new byte[4096];
        for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
            to.write(piece, 0, count);
            to.flush();
        }
    }
}
