// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {
    @Test
    void aLineHoldsOneDocument() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = JsonWriter.lines(out)) {
            json.object()
                    .field("text", "a")
                    .field("none", Optional.empty())
                    .field("number", -7)
                    .field("flag", true)
                    .field("names", List.of("x", "y"))
                    .field("empty", List.of())
                    .object("inner")
                    .endObject()
                    .endObject()
                    .endLine();
            json.object().endObject().endLine();
        }
        assertThat(out.toString(StandardCharsets.US_ASCII))
                .isEqualTo("{\"text\":\"a\",\"number\":-7,\"flag\":true,\"names\":[\"x\",\"y\"],\"empty\":[],"
                        + "\"inner\":{}}\n{}\n");
    }

    @Test
    void isIndentedByTwoSpaces() {
        StringWriter out = new StringWriter();
        try (JsonWriter json = JsonWriter.indented(out)) {
            json.array().object().field("a", 1).array("none").endArray().endObject();
            json.object().endObject().endArray();
        }
        assertThat(out).hasToString("[\n  {\n    \"a\" : 1,\n    \"none\" : [ ]\n  },\n  { }\n]");
    }

    @Test
    void escapesAllButPrintableAscii() {
        assertThat(written("q\" b\\ /\b\t\n\f\r\u0000\u001b\u007f\u00e9\u202e\ud83d\ude00\ud800"))
                .isEqualTo("{\"v\":\"q\\\" b\\\\ /\\b\\t\\n\\f\\r\\u0000\\u001B\u007f\\u00E9\\u202E"
                        + "\\uD83D\\uDE00\\uD800\"}");
    }

    @Test
    void isReadBackAsItWasSaid() throws JsonFault {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(200); left > 0; left--) {
                text.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0xD800)));
            }
            assertThat(JsonObject.read(written(text.toString())).text("v")).isEqualTo(text.toString());
        }
    }

    @Test
    void holdsTextsLongerThanItsBuffer() throws JsonFault {
        String text = "0123456789\n".repeat(20_000);
        assertThat(JsonObject.read(written(text)).text("v")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "2000-02-29T12:00:00.100Z",
                "2022-02-02T20:09:47.761622Z",
                "2026-11-29T20:18:19.000000001Z",
                "0000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z",
                "9999-12-31T23:59:59.999Z",
                "+10000-01-01T00:00:00Z"
            })
    void writesMomentsAsRfc3339(String moment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = JsonWriter.lines(out)) {
            json.object().field("v", Instant.parse(moment)).endObject();
        }
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("{\"v\":\"" + Instant.parse(moment) + "\"}");
    }

    @Test
    void writesFragmentsAsIfTheyWereWrittenEachTime() {
        assertThat(pairs(true)).isEqualTo(pairs(false));
    }

    /** More different ones than are kept. */
    private static String pairs(boolean fragments) {
        StringWriter out = new StringWriter();
        try (JsonWriter json = JsonWriter.indented(out)) {
            Fragments<Integer> kept = new Fragments<>(json, JsonWriterTest::pair);
            json.array();
            for (int i = 0; i < 40_000; i++) {
                json.object();
                if (i % 3 > 0) {
                    json.field("before", i);
                }
                if (fragments) {
                    kept.write(i % 10_000);
                } else {
                    pair(json, i % 10_000);
                }
                json.field("after", "x").endObject();
            }
            json.endArray();
        }
        return out.toString();
    }

    private static void pair(JsonWriter json, int number) {
        json.field("number", number).array("names").value("n" + number).endArray();
    }

    private static String written(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = JsonWriter.lines(out)) {
            json.object().field("v", text).endObject();
        }
        return out.toString(StandardCharsets.US_ASCII);
    }
}
