// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** The management controller that OpenIPMI simulates: with named users and MD5 alone, or open to whoever comes. */
public final class IpmiSimulator implements LabServer {
    private final boolean strong;

    private IpmiSimulator(boolean strong) {
        this.strong = strong;
    }

    public static IpmiSimulator strong() {
        return new IpmiSimulator(true);
    }

    public static IpmiSimulator weak() {
        return new IpmiSimulator(false);
    }

    @Override
    public String name() {
        return strong ? "ipmi-strong" : "ipmi-weak";
    }

    @Override
    public void prepare(Place place) throws IOException {
        String methods = strong ? "md5" : "none md2 md5 straight";
        place.write("state/.keep", "");
        place.write("lan.conf", """
                name "lab"
                set_working_mc 0x20
                  startlan 1
                    addr %s %d
                    priv_limit admin
                    allowed_auths_callback %s
                    allowed_auths_user %s
                    allowed_auths_operator %s
                    allowed_auths_admin %s
                    guid a123456789abcdefa123456789abcdef
                  endlan
                  user 1 %s "" "" admin 10 %s
                  user 2 true "lab" "lab-only" admin 10 %s
                """.formatted(
                        place.address(),
                        place.port(),
                        methods,
                        methods,
                        methods,
                        methods,
                        strong ? "false" : "true",
                        methods,
                        methods));
        place.write("controller.emu", """
                mc_setbmc 0x20
                mc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02 persist_sdr
                mc_enable 0x20
                """);
    }

    @Override
    public List<String> command(Place place) {
        return List.of(
                "/usr/bin/ipmi_sim",
                "-n",
                "-c",
                place.inside("lan.conf"),
                "-f",
                place.inside("controller.emu"),
                "-s",
                place.inside("state"));
    }

    /** Get Channel Authentication Capabilities (IPMI 2.0, 22.13). */
    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overUdp(place, "0600ff0700000000000000000009" + "2018c88100388e04b5").length > 0;
    }
}
