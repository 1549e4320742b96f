// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.LiveCaptureException.Reason;
import io.netgrade.wire.ByteView;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Listens on the loopback interface only. */
class LiveCaptureTest {

    @Test
    void hearsWhatPassesTheFilterOnLoopback() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                LiveCapture capture = opened("udp port " + socket.getLocalPort())) {
            List<String> heard = new ArrayList<>();
            long before = System.currentTimeMillis();
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> sendThree(socket));

            CaptureExtent extent =
                    capture.listen(Duration.ofSeconds(10), (frame, linkType, time, length, original, number) -> {
                        heard.add(number + " " + linkType + " " + text(frame) + " " + (original == length));
                        assertThat(time / 1_000_000).isBetween(before - 1000, before + 60_000);
                        if (number == 3) {
                            capture.stop();
                        }
                    });

            sender.join();
            assertThat(heard).containsExactly("1 1 hello true", "2 1 hello true", "3 1 hello true");
            assertThat(extent.packets()).isEqualTo(3);
            assertThat(extent.dropped()).isZero();
        }
    }

    @Test
    void endsWhenTheTimeIsOver() throws Exception {
        try (LiveCapture capture = opened("udp port 1")) {
            long began = System.nanoTime();

            CaptureExtent extent =
                    capture.listen(Duration.ofMillis(300), (frame, type, time, length, original, number) -> {});

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofMillis(290), Duration.ofSeconds(20));
            assertThat(extent.packets()).isZero();
        }
    }

    @Test
    void namesTheInterfacesWhereThereIsNoneOfThatName() throws Exception {
        opened("udp port 1").close();

        assertThatThrownBy(() -> LiveCapture.open("nowhere0", ""))
                .isInstanceOfSatisfying(
                        LiveCaptureException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_INTERFACE))
                .hasMessageStartingWith("nowhere0: no such interface; there are ")
                .hasMessageContaining("lo");
    }

    @Test
    void refusesAFilterThatIsNone() throws Exception {
        opened("udp port 1").close();

        assertThatThrownBy(() -> LiveCapture.open("lo", "udp prot 1"))
                .isInstanceOfSatisfying(
                        LiveCaptureException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FILTER))
                .hasMessageStartingWith("filter \"udp prot 1\": ");
    }

    @Test
    void tellsAWantOfRightsByItsName() {
        LiveCaptureException refused = LiveCaptureException.refused(
                "eth0",
                "eth0: You don't have permission to perform this capture on that device\n(socket: Operation not permitted)");

        assertThat(refused.reason()).isEqualTo(Reason.NO_RIGHT);
        assertThat(refused.getMessage()).contains("CAP_NET_RAW").doesNotContain("\n");
        assertThat(LiveCaptureException.refused("eth0", "That device is not up").reason())
                .isEqualTo(Reason.FAILED);
    }

    private static LiveCapture opened(String filter) throws LiveCaptureException {
        try {
            return LiveCapture.open("lo", filter);
        } catch (LiveCaptureException e) {
            boolean here = e.reason() != Reason.LIBRARY && e.reason() != Reason.NO_RIGHT;
            assumeTrue(here, "live capture skipped: " + e.getMessage());
            throw e;
        }
    }

    private static void sendThree(DatagramSocket socket) {
        byte[] hello = "hello".getBytes(StandardCharsets.US_ASCII);
        try {
            for (int i = 0; i < 3; i++) {
                socket.send(new DatagramPacket(hello, hello.length, socket.getLocalSocketAddress()));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(ByteView frame) {
        return frame.ascii(frame.length() - 5, 5);
    }
}
