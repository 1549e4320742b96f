// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.endpoint.Endpoint;
import java.nio.charset.StandardCharsets;

/** A request of a probe: no body, no credentials, one per connection. */
record HttpRequest(String method, Endpoint endpoint, boolean insideTls) {

    byte[] bytes() {
        String text = method + " / HTTP/1.1\r\n"
                + "Host: " + host() + "\r\n"
                + "User-Agent: netgrade\r\n"
                + "Accept: */*\r\n"
                + "Connection: close\r\n"
                + "\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The address as in a URL, and the port where it is not the scheme's own (RFC 9110 §7.2). */
    private String host() {
        String address = Endpoint.text(endpoint.address());
        String host = address.indexOf(':') < 0 ? address : "[" + address + "]";
        return endpoint.port() == (insideTls ? 443 : 80) ? host : host + ":" + endpoint.port();
    }
}
