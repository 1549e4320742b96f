// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** An rsync daemon that lists one of its modules, or none. */
public final class RsyncServer implements LabServer {
    private final boolean strict;

    private RsyncServer(boolean strict) {
        this.strict = strict;
    }

    public static RsyncServer listing() {
        return new RsyncServer(false);
    }

    public static RsyncServer hiding() {
        return new RsyncServer(true);
    }

    @Override
    public String name() {
        return "rsync" + (strict ? "-strict" : "-open");
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("files/a-file.txt", "nothing of worth");
        place.write("rsyncd.conf", """
                use chroot = no
                address = %s
                port = %d
                list = %s
                [lab]
                path = %s
                """.formatted(place.address(), place.port(), !strict, place.inside("files")));
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/bin/rsync", "--daemon", "--no-detach", "--config=" + place.inside("rsyncd.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "").startsWith("@RSYNCD: ");
    }
}
