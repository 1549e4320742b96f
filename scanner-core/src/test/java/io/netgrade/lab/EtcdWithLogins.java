// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** etcd whose keys are for users alone: authentication is switched on over its own interface once it answers. */
public final class EtcdWithLogins implements LabServer {
    private static final List<String> STEPS = List.of(
            "user/add {\"name\":\"root\",\"password\":\"lab\"}",
            "role/add {\"name\":\"root\"}",
            "user/grant {\"user\":\"root\",\"role\":\"root\"}",
            "enable {}");

    private final EtcdServer server = EtcdServer.weak();

    @Override
    public String name() {
        return "etcd-logins";
    }

    @Override
    public void prepare(Place place) throws IOException {
        server.prepare(place);
    }

    @Override
    public List<String> command(Place place) {
        return server.command(place);
    }

    @Override
    public boolean answers(Place place) throws IOException {
        if (!server.answers(place)) {
            return false;
        }
        for (String step : STEPS) {
            String[] parts = step.split(" ", 2);
            RawSocket.overTcp(
                    place,
                    "POST /v3/auth/" + parts[0] + " HTTP/1.0\r\nContent-Length: " + parts[1].length() + "\r\n\r\n"
                            + parts[1]);
        }
        String refused = "{\"key\":\"AA==\"}";
        return RawSocket.overTcp(
                        place,
                        "POST /v3/kv/range HTTP/1.0\r\nContent-Length: " + refused.length() + "\r\n\r\n" + refused)
                .contains("user name is empty");
    }
}
