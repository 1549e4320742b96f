// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
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
        for (String folder : List.of("private", "state", "cache", "lock", "pid", "ncalrpc", "share")) {
            place.write(folder + "/.keep", "");
        }
        place.write(
                "smb.conf",
                """
                [global]
                workgroup = LAB
                netbios name = LAB
                server role = standalone server
                interfaces = %s
                bind interfaces only = yes
                smb ports = %d
                disable netbios = yes
                private dir = %s
                state directory = %s
                cache directory = %s
                lock directory = %s
                pid directory = %s
                ncalrpc dir = %s
                passdb backend = tdbsam
                load printers = no
                printing = bsd
                disable spoolss = yes
                log file = %s
                """.formatted(
                                        place.address(),
                                        place.port(),
                                        place.inside("private"),
                                        place.inside("state"),
                                        place.inside("cache"),
                                        place.inside("lock"),
                                        place.inside("pid"),
                                        place.inside("ncalrpc"),
                                        place.inside("smbd.log"))
                        + "guest account = lab\n" + (strong ? STRONG : WEAK)
                        + """
                [share]
                path = %s
                read only = yes
                guest ok = %s
                """.formatted(place.inside("share"), strong ? "no" : "yes"));
    }

    @Override
    public List<String> command(Place place) {
        return List.of(
                "/usr/sbin/smbd",
                "--foreground",
                "--no-process-group",
                "--debug-stdout",
                "-d",
                "1",
                "-s",
                place.inside("smb.conf"));
    }

    /** NEGOTIATE of SMB 3.0 (MS-SMB2 2.2.3). */
    @Override
    public boolean answers(Place place) throws IOException {
        String header = "\376SMB\100\0\0\0\0\0\0\0\0\0\1\0" + "\0".repeat(48);
        String body = "\44\0\1\0\1\0\0\0" + "\0".repeat(28) + "\0\3";
        return RawSocket.overTcp(place, "\0\0\0\146" + header + body).startsWith("\0");
    }
}
