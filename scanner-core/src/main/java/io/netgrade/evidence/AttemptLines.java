// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.LiteralAddress;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Map;

/** Reads the lines that say how attempts ended. */
final class AttemptLines {
    private AttemptLines() {}

    static Attempt one(JsonObject json) throws JsonFault {
        Endpoint endpoint = EndpointMembers.read(json);
        Ending ending = Ending.of(json);
        return new Attempt(
                endpoint,
                ending.question(),
                ending.status(),
                ending.detail(),
                json.instant("time"),
                json.number("millis"),
                json.number("sent"),
                json.number("received"));
    }

    /** What was asked and how it ended: many attempts have it in common. */
    record Ending(String question, Attempt.Status status, String detail) {
        static Ending of(JsonObject json) throws JsonFault {
            return new Ending(json.text("question"), Attempt.Status.of(json.text("status")), json.text("detail"));
        }
    }

    /** Attempts that share a line; the first moment of it is taken as that of each. */
    static void alike(JsonObject json, Gathered gathered) throws JsonFault {
        Transport transport = Transport.of(json.text("transport"));
        Ending ending = Ending.of(json);
        Instant from = json.instant("from");
        long sent = json.number("sent");
        int left = AlikeAttempts.MOST;
        for (Map.Entry<String, Object> host : json.members("ports").entrySet()) {
            InetAddress address = LiteralAddress.read(host.getKey())
                    .orElseThrow(() -> new JsonFault("\"" + host.getKey() + "\" is no address"));
            PortSet ports = PortSet.of(host.getValue().toString());
            left -= ports.size();
            if (left < 0) {
                throw new JsonFault("a line of more than " + AlikeAttempts.MOST + " attempts");
            }
            ports.stream()
                    .forEach(port -> gathered.attempted(new Attempt(
                            new Endpoint(address, port, transport),
                            ending.question(),
                            ending.status(),
                            ending.detail(),
                            from,
                            0,
                            sent,
                            0)));
        }
    }
}
