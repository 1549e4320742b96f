// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** BIND: a resolver open to everybody that tells its version, or an authoritative server that does neither. */
public final class BindServer implements LabServer {
    /** A query for the SOA of lab.example (RFC 1035, 4). */
    private static final String QUESTION = "4e47 0000 0001 0000 0000 0000 036c6162 076578616d706c65 00 0006 0001";

    private final boolean open;
    private final String version;

    public BindServer() {
        this(true, "none");
    }

    private BindServer(boolean open, String version) {
        this.open = open;
        this.version = version;
    }

    /** Recursion and zone transfer for everybody, the version in the clear. The root is its own, so it asks nobody. */
    public static BindServer recursive() {
        return new BindServer(true, "none");
    }

    /** One zone, no recursion, no transfer, no version. */
    public static BindServer authoritative() {
        return new BindServer(false, "none");
    }

    /** The same, with these words for its version. */
    public static BindServer authoritativeTelling(String version) {
        return new BindServer(false, "\"" + version + "\"");
    }

    @Override
    public String name() {
        return open ? "bind-recursive" : version.equals("none") ? "bind-authoritative" : "bind-telling";
    }

    @Override
    public void prepare(Place place) throws IOException {
        String manners = open
                ? "recursion yes; allow-recursion { any; }; allow-query { any; }; allow-transfer { any; };"
                : "recursion no; allow-transfer { none; }; hostname none; server-id none; version " + version + ";";
        place.write(
                "named.conf",
                """
                options {
                    directory "%1$s";
                    pid-file none;
                    session-keyfile none;
                    listen-on port %3$d { %2$s; };
                    listen-on-v6 { none; };
                    dnssec-validation no;
                    notify no;
                    %4$s
                };
                controls { };
                zone "lab.example" { type primary; file "zone"; };
                """.formatted(place.inside(""), place.address(), place.port(), manners)
                        + (open ? "zone \".\" { type primary; file \"root\"; };\n" : ""));
        place.write(
                "root", "$TTL 60\n@ SOA a. b. 1 60 60 60 60\n@ NS a.\na. A 127.0.0.1\nwww.far.test. A 192.0.2.80\n");
        place.write("zone", "$TTL 60\n@ SOA ns root 1 60 60 60 60\n@ NS ns\nns A 192.0.2.53\nwww A 192.0.2.80\n");
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/sbin/named", "-g", "-n", "1", "-c", place.inside("named.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overUdp(place, QUESTION).length > 0;
    }
}
