// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** A Zabbix agent that answers whoever is on this machine, or nobody here. */
public final class ZabbixAgentServer implements LabServer {
    private final boolean strict;

    private ZabbixAgentServer(boolean strict) {
        this.strict = strict;
    }

    public static ZabbixAgentServer open() {
        return new ZabbixAgentServer(false);
    }

    public static ZabbixAgentServer strict() {
        return new ZabbixAgentServer(true);
    }

    @Override
    public String name() {
        return "zabbix" + (strict ? "-strict" : "-open");
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("agent.conf", """
                LogType=console
                Server=%s
                ListenIP=%s
                ListenPort=%d
                Hostname=lab
                PidFile=%s
                """.formatted(
                        strict ? "192.0.2.1" : "127.0.0.1", place.address(), agentPort(place), place.inside("pid")));
    }

    @Override
    public List<String> command(Place place) {
        String forward = "socat TCP-LISTEN:%d,bind=%2$s,reuseaddr,fork TCP:%2$s:%3$d"
                .formatted(place.port(), place.address(), agentPort(place));
        String agent = "exec /usr/sbin/zabbix_agentd -f -c " + place.inside("agent.conf");
        return List.of("/bin/sh", "-c", forward + " & " + agent);
    }

    /** An agent takes no port beyond 32767. */
    private static int agentPort(Place place) {
        return 12_000 + place.port() % 20_000;
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return strict
                ? Files.readString(place.folder().resolve("log")).contains("[listener #1]")
                : RawSocket.overTcp(place, "ZBXD\1\12\0\0\0\0\0\0\0agent.ping").endsWith("1");
    }
}
