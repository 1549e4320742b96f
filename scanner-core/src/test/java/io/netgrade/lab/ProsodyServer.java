// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** Prosody, whose domain is its address: TLS required, or log-ins in clear and no TLS at all. */
public final class ProsodyServer implements LabServer {
    private static final String CLEAR = "c2s_require_encryption = false\nallow_unencrypted_plain_auth = true";

    private final boolean tls;

    private ProsodyServer(boolean tls) {
        this.tls = tls;
    }

    public static ProsodyServer clear() {
        return new ProsodyServer(false);
    }

    public static ProsodyServer withTls() {
        return new ProsodyServer(true);
    }

    @Override
    public String name() {
        return tls ? "prosody-tls" : "prosody-clear";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("prosody.cfg.lua", """
                modules_enabled = { "saslauth", %1$s }
                modules_disabled = { "s2s" }
                pidfile = "%2$s"
                data_path = "%3$s"
                log = { { levels = { min = "info" }, to = "console" } }
                c2s_ports = { %4$d }
                c2s_interfaces = { "%5$s" }
                s2s_ports = { }
                authentication = "internal_hashed"
                %6$s
                VirtualHost "%5$s"
                """.formatted(
                        tls ? "\"tls\"" : "",
                        place.inside("pid"),
                        place.inside("."),
                        place.port(),
                        place.address(),
                        tls ? tlsOptions(place) : CLEAR));
    }

    private static String tlsOptions(Place place) throws IOException {
        Certificate certificate = Certificate.selfSigned(place, "rsa:2048", "sha256", 365);
        return "c2s_require_encryption = true\nssl = { certificate = \"%s\", key = \"%s\" }"
                .formatted(certificate.chain(), certificate.key());
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/bin/prosody", "--config", place.inside("prosody.cfg.lua"), "-F");
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "<?xml version='1.0'?><stream:stream>").contains("stream");
    }
}
