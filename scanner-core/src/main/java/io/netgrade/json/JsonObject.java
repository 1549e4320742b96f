// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.json;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** One JSON object, read whole; for one line of an evidence file. */
public final class JsonObject {
    private static final int MOST_NESTED = 16;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_NESTED)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(32)
                    .build())
            .build();

    private final Map<String, Object> members;

    private JsonObject(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * @throws JsonFault where the text is not one JSON object, or nests or holds more than any evidence does
     */
    public static JsonObject read(String text) throws JsonFault {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonFault("not a JSON object");
            }
            Map<String, Object> members = object(parser);
            if (parser.nextToken() != null) {
                throw new JsonFault("something follows the JSON object");
            }
            return new JsonObject(members);
        } catch (JacksonException e) {
            throw new JsonFault(e.getOriginalMessage() + " at character " + characterOf(e));
        }
    }

    public String text(String name) throws JsonFault {
        return optionalText(name).orElseThrow(() -> new JsonFault("\"" + name + "\" is no text"));
    }

    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(members.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    public long number(String name) throws JsonFault {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw new JsonFault("\"" + name + "\" is no whole number");
    }

    public boolean flag(String name) throws JsonFault {
        if (members.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw new JsonFault("\"" + name + "\" is neither true nor false");
    }

    public Instant instant(String name) throws JsonFault {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeParseException e) {
            throw new JsonFault("\"" + name + "\" is no RFC 3339 time");
        }
    }

    public List<String> texts(String name) throws JsonFault {
        if (members.get(name) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new JsonFault("\"" + name + "\" is no list of texts");
    }

    /** The members of an object within this one, in their order. */
    public Map<String, Object> members(String name) throws JsonFault {
        if (members.get(name) instanceof Map<?, ?> map) {
            Map<String, Object> inner = new LinkedHashMap<>();
            map.forEach((key, value) -> inner.put((String) key, value));
            return inner;
        }
        throw new JsonFault("\"" + name + "\" is no object");
    }

    /** The objects of a list within this one. */
    public List<JsonObject> objects(String name) throws JsonFault {
        List<JsonObject> objects = new ArrayList<>();
        if (!(members.get(name) instanceof List<?> list)) {
            throw new JsonFault("\"" + name + "\" is no list");
        }
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw new JsonFault("\"" + name + "\" is no list of objects");
            }
            Map<String, Object> inner = new LinkedHashMap<>();
            map.forEach((key, value) -> inner.put((String) key, value));
            objects.add(new JsonObject(inner));
        }
        return objects;
    }

    /** Of its members, in their order; those without a value are none. */
    public List<String> names() {
        return List.copyOf(members.keySet());
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    private static Map<String, Object> object(JsonParser parser) throws JsonFault {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Optional<Object> value = value(parser);
            if (value.isPresent() && members.put(name, value.get()) != null) {
                throw new JsonFault("\"" + name + "\" stands there twice");
            }
        }
        return members;
    }

    private static Optional<Object> value(JsonParser parser) throws JsonFault {
        return switch (parser.currentToken()) {
            case START_OBJECT -> Optional.of(object(parser));
            case START_ARRAY -> Optional.of(array(parser));
            case VALUE_STRING -> Optional.of(parser.getString());
            case VALUE_NUMBER_INT -> Optional.of(parser.getLongValue());
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            case VALUE_NULL -> Optional.empty();
            case VALUE_NUMBER_FLOAT, VALUE_EMBEDDED_OBJECT, PROPERTY_NAME, END_ARRAY, END_OBJECT, NOT_AVAILABLE ->
                throw new JsonFault("a value of a kind that no evidence holds");
        };
    }

    private static List<Object> array(JsonParser parser) throws JsonFault {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            value(parser).ifPresent(values::add);
        }
        return values;
    }

    private static long characterOf(JacksonException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
    }
}
