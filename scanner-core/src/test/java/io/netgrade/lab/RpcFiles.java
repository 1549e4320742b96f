// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** The system's files that alone tell rpcbind its port, its user and its transports: others are put in their places. */
final class RpcFiles {
    private static final List<String> NAMES = List.of("services", "passwd", "netconfig");

    private RpcFiles() {}

    /** @param port of rpcbind */
    static void write(Place place, int port) throws IOException {
        place.write("services", "sunrpc %d/tcp portmapper\nsunrpc %d/udp portmapper".formatted(port, port));
        place.write("passwd", "root:x:0:0::/:/bin/sh\n_rpc:x:64321:64321::/srv:/bin/sh");
        place.write("netconfig", """
                udp tpi_clts v inet udp - -
                tcp tpi_cots_ord v inet tcp - -
                local tpi_cots_ord - loopback - - -
                """);
        place.write("run/.keep", "");
    }

    /** What a shell begins with, as root, so that they are in their places; more is to follow. */
    static String inPlace(Place place) {
        StringBuilder start = new StringBuilder();
        for (String file : NAMES) {
            start.append("mount --bind %s /etc/%s && ".formatted(place.inside(file), file));
        }
        return start.append("mount --bind %s /run && ".formatted(place.inside("run")))
                .toString();
    }
}
