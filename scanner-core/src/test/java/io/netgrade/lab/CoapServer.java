// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.util.List;

/** The example server of libcoap, without DTLS: it lists its resources to whoever asks. */
public final class CoapServer implements LabServer {
    @Override
    public String name() {
        return "libcoap";
    }

    @Override
    public void prepare(Place place) {
        // It takes all from its command line.
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/bin/coap-server-notls", "-A", place.address(), "-p", Integer.toString(place.port()));
    }

    /** A ping (RFC 7252, 4.3). */
    @Override
    public boolean answers(Place place) throws java.io.IOException {
        return RawSocket.overUdp(place, "40000001").length > 0;
    }
}
