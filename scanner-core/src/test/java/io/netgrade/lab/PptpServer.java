// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** The PPTP daemon pptpd, in a network of its own as its port is 1723; no call is ever made, so PPP is not needed. */
public final class PptpServer implements LabServer {
    private static final int PPTP = 1723;

    @Override
    public String name() {
        return "pptpd";
    }

    @Override
    public void prepare(Place place) throws IOException {
        String config = place.write("pptpd.conf", """
                listen 127.0.0.1
                localip 192.0.2.1
                remoteip 192.0.2.2-9
                """);
        Apart.tcp(
                place,
                PPTP,
                "exec pptpd --fg --ppp /bin/true --conf %s --pidfile %s".formatted(config, place.inside("pid")));
    }

    @Override
    public List<String> command(Place place) {
        return Apart.command(place);
    }

    /** It says nothing until it is asked, and ends a connection on which it is asked something else. */
    @Override
    public boolean answers(Place place) throws IOException {
        String request = "\0\u009c\0\1\u001a+<M\0\1\0\0\1\0" + "\0".repeat(142);
        return RawSocket.overTcp(place, request).startsWith("\0\u009c\0\1\u001a+<M\0\2");
    }
}
