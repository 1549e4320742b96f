// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/**
 * What a server of NETCONF over TLS says first (RFC 7589 3, RFC 6241 8.1): its hello. A small stand-in: no package has such
 * a server, and those that there are ask for the client's certificate first.
 */
public final class NetconfOverTls implements LabServer {
    @Override
    public String name() {
        return "netconf-tls";
    }

    @Override
    public void prepare(Place place) throws IOException {
        Certificate.selfSigned(place, "ec:prime256v1", "sha256", 90);
        place.write("hello.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <hello xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><capabilities>
                <capability>urn:ietf:params:netconf:base:1.1</capability>
                <capability>urn:ietf:params:netconf:capability:candidate:1.0</capability>
                </capabilities><session-id>4</session-id></hello>
                ]]>]]>""");
    }

    @Override
    public List<String> command(Place place) {
        String listen = "OPENSSL-LISTEN:" + place.port() + ",bind=" + place.address() + ",reuseaddr,fork,verify=0,cert="
                + place.inside("tls.crt") + ",key=" + place.inside("tls.key");
        return List.of("/usr/bin/socat", listen, "SYSTEM:cat " + place.inside("hello.xml") + "; sleep 3");
    }

    /** An alert, as of a client that thinks better of it (RFC 8446 6). */
    @Override
    public boolean answers(Place place) throws IOException {
        RawSocket.overTcp(place, "\25\3\1\0\2\1\0");
        return true;
    }
}
