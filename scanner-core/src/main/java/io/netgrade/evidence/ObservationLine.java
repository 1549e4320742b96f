// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactField;
import io.netgrade.fact.FactType;
import io.netgrade.fact.FieldKind;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Sighting;
import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the line of an observation, and the groups of members that it is made of. */
final class ObservationLine {
    private final Map<String, FactType> types;

    /** @param types the facts that are known, by id; facts of other types keep their moments as text */
    ObservationLine(Map<String, FactType> types) {
        this.types = types;
    }

    /** A service, without where it is. */
    record Service(String protocol, List<String> layers, Confidence confidence) {
        static Service of(JsonObject json) throws JsonFault {
            return new Service(
                    json.text("protocol"),
                    json.texts("layers"),
                    Confidence.valueOf(json.text("confidence").toUpperCase(Locale.ROOT)));
        }

        boolean isOf(Sighting sighting) {
            return confidence == sighting.confidence()
                    && protocol.equals(sighting.protocol())
                    && layers.equals(sighting.layers());
        }

        Sighting at(Endpoint endpoint) {
            return new Sighting(endpoint, protocol, layers, confidence);
        }
    }

    Observation read(JsonObject json) throws JsonFault {
        Endpoint endpoint = EndpointMembers.read(json);
        Sighting sighting = Service.of(json).at(endpoint);
        Fact fact = fact(json);
        Evidence evidence = new Evidence(
                source(json), json.instant("time"), json.text("place"), json.number("frame"), json.text("excerpt"));
        return new Observation(sighting, fact, evidence);
    }

    static Evidence.Source source(JsonObject json) throws JsonFault {
        return Evidence.Source.valueOf(json.text("source").toUpperCase(Locale.ROOT));
    }

    Fact fact(JsonObject json) throws JsonFault {
        String type = json.text("fact");
        return new Fact(type, json.flag("complete"), values(type, json.members("value")));
    }

    private Map<String, Object> values(String type, Map<String, Object> written) throws JsonFault {
        Optional<FactType> known = Optional.ofNullable(types.get(type));
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, Object> member : written.entrySet()) {
            Optional<FactField> field = known.flatMap(fact -> fact.field(member.getKey()));
            values.put(member.getKey(), value(type + "." + member.getKey(), field, member.getValue()));
        }
        return values;
    }

    private static Object value(String name, Optional<FactField> field, Object written) throws JsonFault {
        if (field.isEmpty()) {
            return written;
        }
        FieldKind kind = field.get().kind();
        try {
            Object value = kind == FieldKind.INSTANT ? Instant.parse((String) written) : written;
            return kind.carrier().cast(value);
        } catch (DateTimeParseException | ClassCastException e) {
            throw new JsonFault(name + " is no " + kind.name().toLowerCase(Locale.ROOT));
        }
    }
}
