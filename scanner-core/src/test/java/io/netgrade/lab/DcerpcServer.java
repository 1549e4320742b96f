// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.ArrayList;
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
        SambaFiles.write(place, place.address() + "/8", """
                workgroup = LAB
                netbios name = LAB
                disable netbios = yes
                rpc start on demand helpers = false
                rpc server dynamic port range = %d-%d
                disable spoolss = yes
                guest account = lab
                """.formatted(place.port(), place.port() + PORTS));
    }

    @Override
    public List<String> command(Place place) {
        List<String> command = new ArrayList<>(List.of("/usr/libexec/samba/samba-dcerpcd", "--libexec-rpcds"));
        command.addAll(SambaFiles.options(place));
        return command;
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
