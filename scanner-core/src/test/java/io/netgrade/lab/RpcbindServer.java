// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** rpcbind, which lists the programs of this machine to whoever asks. It must be root, if only to become somebody else. */
public final class RpcbindServer implements LabServer {
    @Override
    public String name() {
        return "rpcbind";
    }

    /** Port, user and transports come out of the system's files alone: others are put in their places. */
    @Override
    public void prepare(Place place) throws IOException {
        place.write(
                "services", "sunrpc %d/tcp portmapper\nsunrpc %d/udp portmapper".formatted(place.port(), place.port()));
        place.write("passwd", "root:x:0:0::/:/bin/sh\n_rpc:x:64321:64321::/srv:/bin/sh");
        place.write("netconfig", """
                udp tpi_clts v inet udp - -
                tcp tpi_cots_ord v inet tcp - -
                local tpi_cots_ord - loopback - - -
                """);
        place.write("run/.keep", "");
    }

    @Override
    public boolean rootIfPossible() {
        return true;
    }

    /** The loopback address is always among those that it binds, and may not be named once more. */
    @Override
    public List<String> command(Place place) {
        StringBuilder shown = new StringBuilder();
        for (String file : List.of("services", "passwd", "netconfig")) {
            shown.append("mount --bind ")
                    .append(place.inside(file))
                    .append(" /etc/")
                    .append(file)
                    .append(" && ");
        }
        shown.append("mount --bind ").append(place.inside("run")).append(" /run && ");
        shown.append("exec /usr/sbin/rpcbind -f -h 127.0.0.2");
        return List.of("sh", "-c", shown.toString());
    }

    /** NULL of portmap (RFC 1833 3.2). */
    @Override
    public boolean answers(Place place) throws IOException {
        String call = "\200\0\0\50\0\0\0\1\0\0\0\0\0\0\0\2\0\1\206\240\0\0\0\2" + "\0".repeat(20);
        return RawSocket.overTcp(place, call).startsWith("\200");
    }
}
