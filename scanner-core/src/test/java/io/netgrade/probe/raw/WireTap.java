// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.capture.AnswerTap;
import io.netgrade.capture.LiveCaptureException;
import io.netgrade.packet.Packet;
import io.netgrade.packet.Packet.Kind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What arrives from the side that looks, written down; opened in the namespace of the other. */
final class WireTap implements AutoCloseable {
    /** Milliseconds until what was sent before has been heard. */
    private static final long SETTLE = 300;

    private final AnswerTap tap;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Thread thread;

    WireTap(String interfaceName) throws LiveCaptureException {
        tap = AnswerTap.open(interfaceName, "src host 10.77.0.1 or src host fd77::1");
        Packet packet = new Packet();
        thread = new Thread(() -> {
            try {
                tap.listen((frame, linkType, time, captured, original, number) ->
                        note(packet, packet.read(frame, linkType, original)));
            } catch (LiveCaptureException e) {
                heard.add(String.valueOf(e.getMessage()));
            }
        });
        thread.start();
    }

    private void note(Packet packet, Kind kind) {
        Spot to = new Spot();
        to.set(packet.isIpv6(), packet.destinationHigh(), packet.destinationLow(), packet.destinationPort());
        switch (kind) {
            case TCP ->
                heard.add((packet.tcp().rst() ? "RST " : packet.tcp().ack() ? "ACK " : "SYN ")
                        + to.endpoint(io.netgrade.endpoint.Transport.TCP));
            case SCTP ->
                heard.add("chunk " + packet.payload().u8(0) + " " + to.endpoint(io.netgrade.endpoint.Transport.SCTP));
            default -> heard.add(kind + " " + packet.protocol());
        }
    }

    /** Everything so far, such as {@code SYN 10.77.0.2:22/tcp}. */
    List<String> heard() throws InterruptedException {
        Thread.sleep(SETTLE);
        return heard;
    }

    @Override
    public void close() {
        tap.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tap.close();
    }
}
