// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A controller to whose discovery an {@link AccessController} answers, and behind whose header of DTLS (RFC 5415 4.2) a real
 * server of DTLS stands. DTLS that has no such header is of no version of CAPWAP (4.1), and is dropped.
 */
public final class SecuredController implements Spoken {
    private static final int HEADER = 4;
    private static final int DTLS = 0x0100_0000;
    private static final int QUIET_MILLIS = 150;
    private static final int LARGEST = 65_536;

    private final Spoken discovery = AccessController.strong();
    private final InetSocketAddress server;
    private final Map<InetSocketAddress, DatagramSocket> ways = new HashMap<>();

    public SecuredController(InetSocketAddress server) {
        this.server = server;
    }

    @Override
    public int length(ByteBuffer said) {
        return discovery.length(said);
    }

    @Override
    public Turn answer(ByteBuffer packet, InetSocketAddress asker) {
        Breach.unless(packet.remaining() > HEADER, "4.1: a preamble, and what it tells of");
        if (packet.get(0) == 0) {
            return discovery.answer(packet, asker);
        }
        Breach.unless(packet.getInt() == DTLS, "4.2: version 0, type 1, and 24 zero bits");
        try {
            return Turn.saying(exchanged(packet, asker).toArray(new byte[0][]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands it to the server, and back what that says until it is quiet. */
    private List<byte[]> exchanged(ByteBuffer records, InetSocketAddress asker) throws IOException {
        DatagramSocket way = ways.get(asker);
        if (way == null) {
            way = new DatagramSocket();
            way.connect(server);
            way.setSoTimeout(QUIET_MILLIS);
            ways.put(asker, way);
        }
        byte[] behind = new byte[records.remaining()];
        records.duplicate().get(behind);
        way.send(new DatagramPacket(behind, behind.length));
        List<byte[]> answers = new ArrayList<>();
        DatagramPacket answer = new DatagramPacket(new byte[LARGEST], HEADER, LARGEST - HEADER);
        try {
            while (true) {
                answer.setLength(LARGEST - HEADER);
                way.receive(answer);
                byte[] marked = Arrays.copyOf(answer.getData(), HEADER + answer.getLength());
                marked[0] = 1;
                answers.add(marked);
            }
        } catch (SocketTimeoutException quiet) {
            return answers;
        }
    }
}
