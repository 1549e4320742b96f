// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.endpoint.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A request of a probe: no credentials, one per connection. */
record HttpRequest(String method, String target, HttpContent content, Endpoint endpoint, boolean insideTls) {

    /** One for the page at {@code /}, without a body. */
    HttpRequest(String method, Endpoint endpoint, boolean insideTls) {
        this(method, "/", HttpContent.NONE, endpoint, insideTls);
    }

    byte[] bytes() {
        String text = method + " " + target + " HTTP/1.1\r\n"
                + "Host: " + host() + "\r\n"
                + "User-Agent: netgrade\r\n"
                + "Accept: */*\r\n"
                + "Connection: close\r\n"
                + content.fields()
                + "\r\n";
        byte[] head = text.getBytes(StandardCharsets.US_ASCII);
        byte[] body = content.body();
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    /** The address as in a URL, and the port where it is not the scheme's own (RFC 9110 §7.2). */
    String host() {
        String address = Endpoint.text(endpoint.address());
        String host = address.indexOf(':') < 0 ? address : "[" + address + "]";
        return endpoint.port() == (insideTls ? 443 : 80) ? host : host + ":" + endpoint.port();
    }
}
