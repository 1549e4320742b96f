// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** The agent of net-snmp: communities in clear text, or users with keys. */
public final class SnmpServer implements LabServer {
    /** An SNMPv3 request that only asks who is there (RFC 3414, 4): any agent reports its engine. */
    private static final String DISCOVERY = "303e020103301102044e477261020300ffe3040104020103"
            + "0410300e0400020100020100040004000400301404000400a00e02044e47726202010002010030 00";

    private final boolean communities;
    private final String description;

    public SnmpServer() {
        this(true, "an agent of the lab");
    }

    private SnmpServer(boolean communities, String description) {
        this.communities = communities;
        this.description = description;
    }

    /** SNMPv1 and v2c with the community {@code public}. */
    public static SnmpServer v2c() {
        return new SnmpServer();
    }

    /** The same, with these words for sysDescr.0. */
    public static SnmpServer describing(String description) {
        return new SnmpServer(true, description);
    }

    /** SNMPv3 only: the users {@code lab-open}, {@code lab-signed} and {@code lab-sealed}, one for each level. */
    public static SnmpServer v3() {
        return new SnmpServer(false, "an agent of the lab");
    }

    @Override
    public String name() {
        return communities ? "net-snmp-v2c" : "net-snmp-v3";
    }

    @Override
    public void prepare(Place place) throws IOException {
        String who = communities ? "rocommunity public" : """
                createUser lab-open
                createUser lab-signed SHA "lab-only-authentication"
                createUser lab-sealed SHA-256 "lab-only-authentication" AES "lab-only-privacy"
                rouser lab-open noauth
                rouser lab-signed auth
                rouser lab-sealed priv
                """;
        place.write("snmpd.conf", """
                agentAddress udp:%s:%d
                sysDescr %s
                sysLocation a lab
                sysContact nobody
                """.formatted(place.address(), place.port(), description) + who);
        place.write("snmp.conf", "persistentDir " + place.inside("state") + "\nmibs :");
    }

    @Override
    public List<String> command(Place place) {
        String folder = place.inside("");
        return List.of(
                "env",
                "SNMPCONFPATH=" + folder,
                "SNMP_PERSISTENT_DIR=" + place.inside("state"),
                "/usr/sbin/snmpd",
                "-f",
                "-Lo",
                "-C",
                "-c",
                place.inside("snmp.conf") + "," + place.inside("snmpd.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overUdp(place, DISCOVERY).length > 0;
    }
}
