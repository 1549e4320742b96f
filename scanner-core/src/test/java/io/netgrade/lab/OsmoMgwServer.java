// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** The media gateway of Osmocom, which obeys whoever commands it by MGCP. */
public final class OsmoMgwServer implements LabServer {

    @Override
    public String name() {
        return "osmo-mgw";
    }

    @Override
    public void prepare(Place place) throws IOException {
        String apart = OsmoGgsnServer.address(place.port());
        place.write("mgw.cfg", """
                line vty
                 no login
                 bind %1$s
                ctrl
                 bind %1$s
                mgcp
                 bind ip %2$s
                 bind port %3$d
                 rtp bind-ip %2$s
                 domain lab.example
                 number endpoints 1
                """.formatted(apart, place.address(), place.port()));
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/bin/osmo-mgw", "-c", place.inside("mgw.cfg"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        byte[] question = "AUEP 1 null@lab.example MGCP 1.0\r\n".getBytes(StandardCharsets.US_ASCII);
        return RawSocket.overUdp(place, HexFormat.of().formatHex(question)).length > 0;
    }
}
