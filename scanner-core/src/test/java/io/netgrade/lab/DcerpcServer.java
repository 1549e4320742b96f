// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/**
 * Samba's server of DCE/RPC, without the rest of Samba: the endpoint mapper on its usual port, 135, and the local security
 * authority and others on ports from the one that it was given on. It must be root to have a port below 1024.
 */
public final class DcerpcServer implements LabServer {
    public static final int ENDPOINT_MAPPER = 135;
    private static final int PORTS = 20;

    private final String address = Loopback.ownAddress();

    @Override
    public String name() {
        return "samba-dcerpcd";
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public boolean rootIfPossible() {
        return true;
    }

    @Override
    public void prepare(Place place) throws IOException {
        for (String folder : List.of("private", "state", "cache", "lock", "pid")) {
            place.write(folder + "/.keep", "");
        }
        place.write("smb.conf", """
                [global]
                workgroup = LAB
                netbios name = LAB
                server role = standalone server
                interfaces = %s/8
                bind interfaces only = yes
                disable netbios = yes
                private dir = %s
                state directory = %s
                cache directory = %s
                lock directory = %s
                pid directory = %s
                ncalrpc dir = %s
                rpc start on demand helpers = false
                rpc server dynamic port range = %d-%d
                disable spoolss = yes
                log file = %s
                guest account = lab
                """.formatted(
                        place.address(),
                        place.inside("private"),
                        place.inside("state"),
                        place.inside("cache"),
                        place.inside("lock"),
                        place.inside("pid"),
                        place.inside("ncalrpc"),
                        place.port(),
                        place.port() + PORTS,
                        place.inside("samba.log")));
    }

    @Override
    public List<String> command(Place place) {
        return List.of(
                "/usr/libexec/samba/samba-dcerpcd",
                "--libexec-rpcds",
                "--foreground",
                "--no-process-group",
                "--debug-stdout",
                "-d",
                "1",
                "-s",
                place.inside("smb.conf"));
    }

    /** bind to the management interface (C706 annex Q) with NDR. */
    @Override
    public boolean answers(Place place) throws IOException {
        String header = "\5\0\13\3\20\0\0\0\110\0\0\0\1\0\0\0\270\20\270\20\0\0\0\0\1\0\0\0\0\0\1\0";
        String management = "\200\275\250\257\212\175\311\21\276\364\10\0\53\20\51\211\1\0\0\0";
        String ndr = "\4\135\210\212\353\34\311\21\237\350\10\0\53\20\110\140\2\0\0\0";
        return RawSocket.overTcp(place, header + management + ndr).startsWith("\5\0\14");
    }
}
