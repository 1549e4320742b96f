// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.json;

import java.io.Closeable;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes one JSON document, member by member, in the order of the calls. All text is ASCII: everything else, control
 * characters among it, is escaped, so that what a hostile service said is harmless in a terminal and in a log.
 */
public final class JsonWriter implements Closeable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final JsonGenerator generator;

    private JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    /** One document on one line, for NDJSON. The writer stays open and unflushed. */
    public static JsonWriter line(Writer out) {
        return new JsonWriter(FACTORY.createGenerator(ObjectWriteContext.empty(), out));
    }

    /** One document over many lines, for people and files. */
    public static JsonWriter indented(Writer out) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        PrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return new JsonWriter(FACTORY.createGenerator(
                new ObjectWriteContext.Base() {
                    @Override
                    public PrettyPrinter getPrettyPrinter() {
                        return printer;
                    }
                },
                out));
    }

    public JsonWriter object() {
        generator.writeStartObject();
        return this;
    }

    public JsonWriter object(String name) {
        generator.writeName(name);
        return object();
    }

    public JsonWriter endObject() {
        generator.writeEndObject();
        return this;
    }

    public JsonWriter array() {
        generator.writeStartArray();
        return this;
    }

    public JsonWriter array(String name) {
        generator.writeName(name);
        return array();
    }

    public JsonWriter endArray() {
        generator.writeEndArray();
        return this;
    }

    public JsonWriter field(String name, String value) {
        generator.writeName(name);
        generator.writeString(value);
        return this;
    }

    public JsonWriter field(String name, long value) {
        generator.writeName(name);
        generator.writeNumber(value);
        return this;
    }

    public JsonWriter field(String name, boolean value) {
        generator.writeName(name);
        generator.writeBoolean(value);
        return this;
    }

    public JsonWriter field(String name, Instant value) {
        return field(name, value.toString());
    }

    /** Leaves the member out where there is no value. */
    public JsonWriter field(String name, Optional<String> value) {
        value.ifPresent(held -> field(name, held));
        return this;
    }

    public JsonWriter field(String name, Collection<String> values) {
        array(name);
        values.forEach(generator::writeString);
        return endArray();
    }

    public JsonWriter field(String name, Map<String, Object> values) {
        object(name);
        values.forEach(this::any);
        return endObject();
    }

    public JsonWriter value(String value) {
        generator.writeString(value);
        return this;
    }

    @Override
    public void close() {
        generator.close();
    }

    private void any(String name, Object value) {
        if (value instanceof Boolean flag) {
            field(name, flag.booleanValue());
        } else if (value instanceof Long number) {
            field(name, number.longValue());
        } else if (value instanceof Collection<?> texts) {
            field(name, texts.stream().map(String::valueOf).toList());
        } else {
            field(name, value.toString());
        }
    }
}
