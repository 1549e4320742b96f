// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/**
 * A network of its own for a server that cannot choose its port or changes the machine's network: it is root of namespaces
 * in which nothing else is, and socat carries what comes to the lab's port through a socket in the run folder.
 */
final class Apart {
    private Apart() {}

    /** Prepares a shell command that is to run apart, and UDP to the port that it has there. */
    static void udp(Place place, int port, String server) throws IOException {
        prepare(place, "UDP", port, server);
    }

    /** The same over TCP. */
    static void tcp(Place place, int port, String server) throws IOException {
        prepare(place, "TCP", port, server);
    }

    /** The command that runs it. */
    static List<String> command(Place place) {
        return List.of("sh", place.inside("outer"));
    }

    private static void prepare(Place place, String transport, int port, String server) throws IOException {
        // A packet stays one packet on its way through the socket.
        String type = transport.equals("UDP") ? ",type=5" : "";
        String inner = place.write("inner", """
                mount -t tmpfs lab /run && mount -t tmpfs lab /var/run
                ip link set lo up
                socat UNIX-LISTEN:%s,fork%s %s:127.0.0.1:%d &
                %s
                """.formatted(place.inside("door"), type, transport, port, server));
        place.write(
                "outer", """
                socat %s-LISTEN:%d,bind=%s,fork,reuseaddr UNIX-CONNECT:%s%s &
                exec unshare --user --map-root-user --net --mount sh %s
                """.formatted(transport, place.port(), place.address(), place.inside("door"), type, inner));
    }
}
