// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** NTPsec, in a network of its own as its port is 123; it has no private mode, and leaves the machine's clock alone. */
public final class NtpServer implements LabServer {
    private static final int NTP = 123;

    @Override
    public String name() {
        return "ntpsec";
    }

    @Override
    public void prepare(Place place) throws IOException {
        String config = place.write("ntp.conf", "disable ntp\n");
        Apart.udp(place, NTP, "exec /usr/sbin/ntpd -n -g -c %s -p %s".formatted(config, place.inside("pid")));
    }

    @Override
    public List<String> command(Place place) {
        return Apart.command(place);
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overUdp(place, "23" + "00".repeat(39) + "0102030405060708").length > 0;
    }
}
