// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** nghttpd of nghttp2, which speaks HTTP/2 and nothing else, in clear. */
public final class NghttpdServer implements LabServer {
    @Override
    public String name() {
        return "nghttpd";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("pages/index.html", "<html><title>lab</title>An nghttpd.</html>");
    }

    @Override
    public List<String> command(Place place) {
        return List.of(
                "/usr/sbin/nghttpd",
                "--no-tls",
                "-a",
                place.address(),
                "-d",
                place.inside("pages"),
                Integer.toString(place.port()));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        String settings = RawSocket.overTcp(place, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");
        return settings.length() > 8 && settings.charAt(3) == 4;
    }
}
