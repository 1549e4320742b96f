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

    @Override
    public void prepare(Place place) throws IOException {
        RpcFiles.write(place, place.port());
    }

    @Override
    public boolean rootIfPossible() {
        return true;
    }

    /** The loopback address is always among those that it binds, and may not be named once more. */
    @Override
    public List<String> command(Place place) {
        return List.of("sh", "-c", RpcFiles.inPlace(place) + "exec /usr/sbin/rpcbind -f -h 127.0.0.2");
    }

    /** NULL of portmap (RFC 1833 3.2). */
    @Override
    public boolean answers(Place place) throws IOException {
        String call = "\200\0\0\50\0\0\0\1\0\0\0\0\0\0\0\2\0\1\206\240\0\0\0\2" + "\0".repeat(20);
        return RawSocket.overTcp(place, call).startsWith("\200");
    }
}
