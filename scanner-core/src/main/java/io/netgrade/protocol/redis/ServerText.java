// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.SoftwareNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a server tells of itself by INFO or HELLO: version, mode and role, gathered until they are stated. */
final class ServerText {
    private static final SoftwareNames SOFTWARE = SoftwareNames.read(ServerText.class, "software.tsv");
    private static final int LONGEST_VALUE = 64;
    private static final int MOST_TOLD = 16;

    private final Map<String, String> told = new HashMap<>();
    private final Set<Fact> stated = new HashSet<>();

    /** Takes the lines of an INFO reply: {@code name:value}, sections headed by {@code #}. */
    void readInfo(String text) {
        text.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                keep(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
    }

    /** Takes one pair of a HELLO reply. */
    void readHello(String name, String value) {
        switch (name) {
            case "server" -> keep("server_name", value);
            case "version" -> keep("redis_version", value);
            case "mode" -> keep("redis_mode", value);
            case "role" -> keep("role", value.equals("replica") ? "slave" : value);
            default -> {
                // Ids and modules say nothing of the service that a fact holds.
            }
        }
    }

    /** Whether nothing more can be told. */
    boolean whole() {
        return told.containsKey("redis_version") && told.containsKey("redis_mode") && told.containsKey("role");
    }

    /** States what was told and not stated yet; nothing where nothing was. */
    void state(boolean complete, ObservationSink sink) {
        String name = told.getOrDefault("server_name", "redis");
        SoftwareNames.Product product = SOFTWARE.named(name).orElseGet(() -> SoftwareNames.Product.unlisted(name));
        @Nullable String version = told.getOrDefault(name + "_version", told.get("redis_version"));
        if (version != null) {
            state(product.disclosed(version, complete), sink);
        }
        @Nullable String mode = told.getOrDefault("server_mode", told.get("redis_mode"));
        @Nullable String role = told.get("role");
        if (mode != null || role != null) {
            boolean whole = complete && mode != null && role != null;
            state(whole ? RedisFacts.SERVICE.complete(mode, role) : RedisFacts.SERVICE.partial(mode, role), sink);
        }
    }

    private void state(Fact fact, ObservationSink sink) {
        if (stated.add(fact)) {
            sink.saw(fact);
        }
    }

    /** Only the fields that facts hold, short and printable; the first one counts. */
    private void keep(String name, String value) {
        boolean wanted = (name.endsWith("_version") && told.size() < MOST_TOLD)
                || name.equals("redis_mode")
                || name.equals("server_mode")
                || name.equals("server_name")
                || name.equals("role");
        boolean sound = !value.isEmpty()
                && value.length() <= LONGEST_VALUE
                && value.chars().allMatch(character -> character > ' ' && character < 0x7F);
        if (wanted && sound) {
            told.putIfAbsent(name, value);
        }
    }
}
