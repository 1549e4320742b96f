// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An X server that lets everybody in, or only who brings its cookie. */
public final class XvfbServer implements LabServer {
    private static final int FIRST_PORT = 6000;
    /** An entry of Xauthority: a family, and an address, a display, a name and a secret behind their lengths. */
    private static final String COOKIE = "\1\0\0\3lab\0\0\0\22MIT-MAGIC-COOKIE-1\0\20lab-only-cookie-";

    private final boolean strict;

    private XvfbServer(boolean strict) {
        this.strict = strict;
    }

    public static XvfbServer open() {
        return new XvfbServer(false);
    }

    public static XvfbServer strict() {
        return new XvfbServer(true);
    }

    @Override
    public String name() {
        return strict ? "xvfb-strict" : "xvfb-open";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("cookies", COOKIE);
    }

    @Override
    public List<String> command(Place place) {
        List<String> options = new ArrayList<>(List.of(
                "/usr/bin/Xvfb", ":" + (place.port() - FIRST_PORT), "-listen", "tcp", "-nolisten", "unix", "-nolock"));
        options.addAll(strict ? List.of("-auth", place.inside("cookies")) : List.of("-ac"));
        return options;
    }

    @Override
    public boolean answers(Place place) throws IOException {
        // The setup of a version that does not exist.
        return RawSocket.overTcp(place, "l\0\177\0\0\0\0\0\0\0\0\0").contains("version mismatch");
    }
}
