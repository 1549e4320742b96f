// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** Mosquitto, letting in whoever comes or nobody without a log-in. */
public final class MosquittoServer implements LabServer {
    private final boolean strict;

    private MosquittoServer(boolean strict) {
        this.strict = strict;
    }

    public static MosquittoServer open() {
        return new MosquittoServer(false);
    }

    public static MosquittoServer strict() {
        return new MosquittoServer(true);
    }

    @Override
    public String name() {
        return "mosquitto" + (strict ? "-strict" : "-open");
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("mosquitto.conf", """
                listener %d %s
                allow_anonymous %s
                """.formatted(place.port(), place.address(), !strict));
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/sbin/mosquitto", "-c", place.inside("mosquitto.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        // CONNECT of a version that does not exist.
        return RawSocket.overTcp(place, "\20\14\0\4MQTT\177\2\0\12\0\0").startsWith(" ");
    }
}
