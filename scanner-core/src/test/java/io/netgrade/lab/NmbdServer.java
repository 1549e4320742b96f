// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** Samba's name service of NetBIOS, on UDP 137 of a loopback address of its own. It must be root to have that port. */
public final class NmbdServer implements LabServer {
    public static final int NAMES = 137;

    private final String address = Loopback.ownAddress();

    @Override
    public String name() {
        return "nmbd";
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
        for (String folder : List.of("private", "state", "cache", "lock", "pid", "run")) {
            place.write(folder + "/.keep", "");
        }
        place.write("smb.conf", """
                [global]
                workgroup = LABGROUP
                netbios name = LABHOST
                server role = standalone server
                interfaces = %s/8
                bind interfaces only = yes
                socket address = %s
                local master = no
                private dir = %s
                state directory = %s
                cache directory = %s
                lock directory = %s
                pid directory = %s
                ncalrpc dir = %s
                log file = %s
                """.formatted(
                        place.address(),
                        place.address(),
                        place.inside("private"),
                        place.inside("state"),
                        place.inside("cache"),
                        place.inside("lock"),
                        place.inside("pid"),
                        place.inside("ncalrpc"),
                        place.inside("nmbd.log")));
    }

    @Override
    public List<String> command(Place place) {
        String start = "mount --bind " + place.inside("run") + " /run && mkdir /run/samba && exec /usr/sbin/nmbd"
                + " --foreground --no-process-group --debug-stdout -d 1 -s " + place.inside("smb.conf");
        return List.of("sh", "-c", start);
    }

    /** NODE STATUS REQUEST of the name * (RFC 1002 4.2.17). */
    @Override
    public boolean answers(Place place) throws IOException {
        String question = "4c41 0000 0001 0000 0000 0000 20 434b" + "41".repeat(30) + "00 0021 0001";
        return RawSocket.overUdp(new Place(place.tree(), place.folder(), place.address(), NAMES), question).length > 0;
    }
}
