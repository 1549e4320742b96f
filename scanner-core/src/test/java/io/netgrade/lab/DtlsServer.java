// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.HexFormat;
import java.util.List;

/** DTLS over UDP: {@code gnutls-serv --udp}, and {@code openssl s_server -dtls} with everything that it still has. */
public final class DtlsServer implements LabServer {
    /** A ClientHello of DTLS 1.2 (RFC 6347 §4.2.1) that offers one suite. */
    private static final byte[] HELLO = HexFormat.of()
            .parseHex("16feff0000000000000000003601" + "00002a000000000000" + "00002a" + "fefd" + "5a".repeat(32)
                    + "0000" + "0002c02f" + "0100");

    private final boolean strong;

    private DtlsServer(boolean strong) {
        this.strong = strong;
    }

    /** DTLS 1.2 alone, ECDHE with GCM, a P-256 certificate, cookies. */
    public static DtlsServer strong() {
        return new DtlsServer(true);
    }

    /** DTLS 1.0 and 1.2, suites without encryption, RSA key exchange. */
    public static DtlsServer weak() {
        return new DtlsServer(false);
    }

    @Override
    public String name() {
        return strong ? "dtls-gnutls" : "dtls-openssl";
    }

    @Override
    public void prepare(Place place) throws IOException {
        Certificate.selfSigned(place, strong ? "ec:prime256v1" : "rsa:2048", "sha256", 90);
    }

    @Override
    public List<String> command(Place place) {
        String key = place.inside("tls.key");
        String chain = place.inside("tls.crt");
        return strong
                ? List.of(
                        "gnutls-serv",
                        "--udp",
                        "--quiet",
                        "--port=" + place.port(),
                        "--x509certfile=" + chain,
                        "--x509keyfile=" + key,
                        "--priority=NORMAL:-VERS-ALL:+VERS-DTLS1.2:-KX-ALL:+ECDHE-ECDSA:-CIPHER-ALL:+AES-256-GCM")
                : List.of(
                        "openssl",
                        "s_server",
                        "-dtls",
                        "-quiet",
                        "-accept",
                        place.address() + ":" + place.port(),
                        "-cert",
                        chain,
                        "-key",
                        key,
                        "-cipher",
                        "ECDHE-RSA-AES128-SHA:AES128-SHA:NULL-SHA:@SECLEVEL=0");
    }

    @Override
    public boolean answers(Place place) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(300);
            socket.connect(new InetSocketAddress(place.address(), place.port()));
            socket.send(new DatagramPacket(HELLO, HELLO.length));
            socket.receive(new DatagramPacket(new byte[2048], 2048));
            return true;
        } catch (SocketTimeoutException notYet) {
            return false;
        }
    }
}
