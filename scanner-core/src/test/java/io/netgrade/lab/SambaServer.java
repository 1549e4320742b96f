// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Samba: SMB 3 with signing and named users alone, or all that it ever spoke, for whoever comes. */
public final class SambaServer implements LabServer {
    private static final String STRONG = """
            server min protocol = SMB3_00
            server signing = mandatory
            restrict anonymous = 2
            map to guest = never
            """;
    private static final String WEAK = """
            server min protocol = NT1
            server signing = disabled
            map to guest = bad user
            """;

    private final boolean strong;

    private SambaServer(boolean strong) {
        this.strong = strong;
    }

    public static SambaServer strong() {
        return new SambaServer(true);
    }

    public static SambaServer weak() {
        return new SambaServer(false);
    }

    @Override
    public String name() {
        return strong ? "samba-strong" : "samba-weak";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("share/.keep", "");
        place.write("ncalrpc/.keep", "");
        SambaFiles.write(
                place,
                place.address(),
                """
                workgroup = LAB
                netbios name = LAB
                smb ports = %d
                disable netbios = yes
                passdb backend = tdbsam
                load printers = no
                printing = bsd
                disable spoolss = yes
                guest account = lab
                """.formatted(place.port())
                        + (strong ? STRONG : WEAK)
                        + """
                [share]
                path = %s
                read only = yes
                guest ok = %s
                """.formatted(place.inside("share"), strong ? "no" : "yes"));
    }

    @Override
    public List<String> command(Place place) {
        List<String> command = new ArrayList<>(List.of("/usr/sbin/smbd"));
        command.addAll(SambaFiles.options(place));
        return command;
    }

    /** NEGOTIATE of SMB 3.0 (MS-SMB2 2.2.3). */
    @Override
    public boolean answers(Place place) throws IOException {
        String header = "\376SMB\100\0\0\0\0\0\0\0\0\0\1\0" + "\0".repeat(48);
        String body = "\44\0\1\0\1\0\0\0" + "\0".repeat(28) + "\0\3";
        return RawSocket.overTcp(place, "\0\0\0\146" + header + body).startsWith("\0");
    }
}
