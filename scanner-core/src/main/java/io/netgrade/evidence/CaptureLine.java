// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import io.netgrade.fact.CaptureCoverage;
import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the line that says how a capture was read. */
final class CaptureLine {
    private CaptureLine() {}

    static CaptureCoverage read(JsonObject json) throws JsonFault {
        Map<Integer, Long> unsupported = new HashMap<>();
        for (Map.Entry<String, Long> entry :
                counts(json, "unsupported-link-type").entrySet()) {
            unsupported.put(Integer.valueOf(entry.getKey()), entry.getValue());
        }
        return new CaptureCoverage(
                json.text("file"),
                json.text("sha256"),
                json.number("packets"),
                json.number("bytes"),
                json.flag("truncated"),
                json.text("problem"),
                json.number("snapped"),
                json.number("malformed"),
                unsupported,
                json.number("not-ip"),
                json.number("dropped"),
                json.number("flows"),
                json.number("unrecognised"),
                counts(json, "limits"),
                json.has("first-time") ? Optional.of(json.instant("first-time")) : Optional.empty(),
                json.has("last-time") ? Optional.of(json.instant("last-time")) : Optional.empty());
    }

    private static Map<String, Long> counts(JsonObject json, String name) throws JsonFault {
        Map<String, Long> counts = new HashMap<>();
        for (Map.Entry<String, Object> entry : json.members(name).entrySet()) {
            if (!(entry.getValue() instanceof Long count)) {
                throw new JsonFault(name + "." + entry.getKey() + " is no count");
            }
            counts.put(entry.getKey(), count);
        }
        return counts;
    }
}
