// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** The key distribution centre of MIT, of a realm without users. */
public final class KerberosServer implements LabServer {
    @Override
    public String name() {
        return "krb5kdc";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("krb5.conf", """
                [libdefaults]
                    default_realm = LAB.EXAMPLE
                    dns_lookup_kdc = false
                [logging]
                    kdc = STDERR
                """);
        place.write("kdc.conf", """
                [kdcdefaults]
                    kdc_listen = %s:%d
                    kdc_tcp_listen = %s:%d
                [realms]
                    LAB.EXAMPLE = {
                        database_name = %s
                        key_stash_file = %s
                        acl_file = %s
                    }
                """.formatted(
                        place.address(),
                        place.port(),
                        place.address(),
                        place.port(),
                        place.inside("principal"),
                        place.inside("stash"),
                        place.inside("acl")));
        place.run(inside(place, "/usr/sbin/kdb5_util", "create", "-s", "-r", "LAB.EXAMPLE", "-P", "lab-only")
                .toArray(String[]::new));
    }

    @Override
    public List<String> command(Place place) {
        return inside(place, "/usr/sbin/krb5kdc", "-n", "-P", place.inside("pid"));
    }

    private static List<String> inside(Place place, String... command) {
        List<String> all = new java.util.ArrayList<>(List.of(
                "env", "KRB5_CONFIG=" + place.inside("krb5.conf"), "KRB5_KDC_PROFILE=" + place.inside("kdc.conf")));
        all.addAll(List.of(command));
        return all;
    }

    /** A length and no message: the centre refuses it (RFC 4120 7.2.2). */
    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "\200\0\0\0").length() > 0;
    }
}
