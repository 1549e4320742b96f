// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** ZooKeeper, answering all four-letter words or none that is asked. */
public final class ZookeeperServer implements LabServer {
    private final boolean strict;

    private ZookeeperServer(boolean strict) {
        this.strict = strict;
    }

    public static ZookeeperServer open() {
        return new ZookeeperServer(false);
    }

    public static ZookeeperServer strict() {
        return new ZookeeperServer(true);
    }

    @Override
    public String name() {
        return "zookeeper" + (strict ? "-strict" : "-open");
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write(
                "zoo.cfg", """
                dataDir=%s
                clientPort=%d
                clientPortAddress=%s
                admin.enableServer=false
                4lw.commands.whitelist=%s
                """.formatted(place.inside("data"), place.port(), place.address(), strict ? "isro" : "*"));
    }

    @Override
    public List<String> command(Place place) {
        return List.of(
                "/usr/lib/jvm/java-17-openjdk-amd64/bin/java",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                "/usr/share/java/*",
                "org.apache.zookeeper.server.ZooKeeperServerMain",
                place.inside("zoo.cfg"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "isro").equals("rw");
    }
}
