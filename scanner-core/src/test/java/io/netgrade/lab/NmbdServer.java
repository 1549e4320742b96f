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
        place.write("run/.keep", "");
        SambaFiles.write(place, place.address() + "/8", """
                workgroup = LABGROUP
                netbios name = LABHOST
                socket address = %s
                local master = no
                """.formatted(place.address()));
    }

    @Override
    public List<String> command(Place place) {
        String start = "mount --bind " + place.inside("run") + " /run && mkdir /run/samba && exec /usr/sbin/nmbd "
                + String.join(" ", SambaFiles.options(place));
        return List.of("sh", "-c", start);
    }

    /** NODE STATUS REQUEST of the name * (RFC 1002 4.2.17). */
    @Override
    public boolean answers(Place place) throws IOException {
        String question = "4c41 0000 0001 0000 0000 0000 20 434b" + "41".repeat(30) + "00 0021 0001";
        return RawSocket.overUdp(new Place(place.tree(), place.folder(), place.address(), NAMES), question).length > 0;
    }
}
