// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request of a probe over HTTP/2, without credentials.
 *
 * @param grpc whether it is a call of gRPC with an empty message (gRPC over HTTP2, Requests), else a GET
 */
record Http2Call(String path, boolean grpc) {
    /** gRPC Health Checking Protocol: any server of gRPC answers it, be it with UNIMPLEMENTED. */
    static final Http2Call HEALTH = new Http2Call("/grpc.health.v1.Health/Check", true);

    /** gNMI 3.2: what the device can do; changes nothing. */
    static final Http2Call CAPABILITIES = new Http2Call("/gnmi.gNMI/Capabilities", true);

    /** TS 29.510 6.1.3.2.3: the list of registered network functions, which an NRF gives to the authorised alone. */
    static final Http2Call FUNCTIONS = new Http2Call("/nnrf-nfm/v1/nf-instances", false);

    static final Http2Call ROOT = new Http2Call("/", false);

    /** Its header fields, those of RFC 9113 8.3.1 first. */
    List<Map.Entry<String, String>> fields(String authority, boolean insideTls) {
        List<Map.Entry<String, String>> fields = new ArrayList<>(List.of(
                Map.entry(":method", grpc ? "POST" : "GET"),
                Map.entry(":scheme", insideTls ? "https" : "http"),
                Map.entry(":path", path),
                Map.entry(":authority", authority),
                Map.entry("user-agent", "netgrade")));
        if (grpc) {
            fields.add(Map.entry("content-type", "application/grpc"));
            fields.add(Map.entry("te", "trailers"));
        }
        return fields;
    }
}
