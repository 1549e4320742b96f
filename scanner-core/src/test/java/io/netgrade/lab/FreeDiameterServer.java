// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * freeDiameter in clear, for peers of any name below {@code invalid} or for none that it does not know; in a network of its
 * own, as it listens on every address.
 */
public final class FreeDiameterServer implements LabServer {
    private static final int DIAMETER = 3868;

    /** Capabilities-Exchange-Request of lab.invalid (RFC 6733 §5.3.1), which every node answers. */
    private static final String CAPABILITIES =
            "0100006c8000010100000000000000010000000100000108400000136c61622e696e76616c696400000001284000000f"
                    + "696e76616c696400000001014000000e00010000000000000000010a4000000c000000000000010d0000000b6c616200"
                    + "000001024000000cffffffff";

    private final boolean open;

    private FreeDiameterServer(boolean open) {
        this.open = open;
    }

    /** Takes peers in clear that it was not told of. */
    public static FreeDiameterServer open() {
        return new FreeDiameterServer(true);
    }

    /** Knows no peer. */
    public static FreeDiameterServer strict() {
        return new FreeDiameterServer(false);
    }

    @Override
    public String name() {
        return open ? "freediameter-open" : "freediameter-strict";
    }

    @Override
    public void prepare(Place place) throws IOException {
        Certificate certificate = Certificate.selfSigned(place, "rsa:2048", "sha256", 30);
        String list = place.write("peers.conf", "ALLOW_IPSEC *.invalid");
        String config = place.write(
                "freediameter.conf",
                """
                Identity = "lab.example";
                Realm = "example";
                Port = %d;
                SecPort = 0;
                No_SCTP;
                TLS_Cred = "%s", "%s";
                TLS_CA = "%s";
                """.formatted(DIAMETER, certificate.chain(), certificate.key(), certificate.chain())
                        + (open ? "LoadExtension = \"acl_wl.fdx\" : \"" + list + "\";\n" : ""));
        // A node tells its peers an address of its own, which may not be one of loopback.
        String server =
                "ip link add type veth; ip address add 192.0.2.2/24 dev veth0; ip link set veth0 up; exec /usr/bin/freeDiameterd -c "
                        + config;
        Apart.tcp(place, DIAMETER, server);
    }

    @Override
    public List<String> command(Place place) {
        return Apart.command(place);
    }

    @Override
    public boolean answers(Place place) throws IOException {
        String request = new String(HexFormat.of().parseHex(CAPABILITIES), StandardCharsets.ISO_8859_1);
        return RawSocket.overTcp(place, request).startsWith("\1");
    }
}
