// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.testing.Asked;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files put together by their standards, with labels in both shapes of GB 45438's annex E and its practice guide. */
class AiContentLabelTest {
    private static final String BARE =
            "{\"Label\":\"1\",\"ContentProducer\":\"001191440300708461136T1XGW3\",\"ProduceID\":\"p-1\",\"ReservedCode1\":\"\"}";
    private static final String WRAPPED = "{\"AIGC\":" + BARE + "}";

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "wav", "mp4"})
    void readsTheLabelOfEachContainer(String container) {
        Fact fact = label(file(container, "AIGC\0" + BARE)).get(0);

        assertThat(fact.text("container")).contains(container);
        assertThat(fact.flag("present")).contains(true);
        assertThat(fact.text("label")).contains("1");
        assertThat(fact.flag("well-formed")).contains(true);
        assertThat(fact.names("members")).containsExactly("ContentProducer", "Label", "ProduceID", "ReservedCode1");
        assertThat(fact.toString()).doesNotContain("001191440300708461136T1XGW3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "wav", "mp4"})
    void saysThatAWholeFileHasNone(String container) {
        assertThat(label(file(container, "Comment\0a picture")))
                .containsExactly(HttpFacts.MEDIA_LABEL.complete(container, false, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "wav", "mp4"})
    void saysNothingOfAFileThatIsCut(String container) {
        byte[] whole = file(container, "Comment\0a picture");
        for (int length = 0; length < whole.length - 4; length++) {
            assertThat(label(Arrays.copyOf(whole, length)))
                    .noneMatch(fact -> fact.flag("present").orElse(false));
        }
        assertThat(label(Arrays.copyOf(whole, 20))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AIGC\0" + "{\"Label\":\"1\"}",
                "AIGC\0" + "{\"Label\":\"9\",\"ContentProducer\":\"a\",\"ProduceID\":\"b\"}",
                "AIGC\0" + "{\"Label\":\"1\",\"ContentProducer\":\"a b\",\"ProduceID\":\"b\"}",
            })
    void tellsALabelThatIsNotAsItMustBe(String text) {
        assertThat(label(file("png", text)).get(0).flag("well-formed")).contains(false);
    }

    @Test
    void readsTheWrappedShapeAndTheOneOfXml() {
        assertThat(label(file("png", "x\0" + WRAPPED)).get(0).flag("well-formed"))
                .contains(true);
        assertThat(label(file("jpeg", "<TC260:AIGC>" + BARE.replace("\"", "&quot;") + "</TC260:AIGC>"))
                        .get(0)
                        .flag("well-formed"))
                .contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AIGC", "AIGC {", "AIGC {\"Label", "AIGC {\"Label\":\"1\"", "AIGC no label", "{\"Label\":\"1\"}"
            })
    void takesNoPieceForALabel(String text) {
        assertThat(AiContentLabel.in(text)).isEmpty();
    }

    @Test
    void saysNothingOfAPageThatIsNoMedia() {
        assertThat(label("<html></html>".getBytes(ISO_8859_1))).isEmpty();
    }

    @Test
    void matchesDeclaredFilesWithTheirEndpoint() throws Exception {
        InetAddress here = AddressRange.of("127.0.0.1").first();
        DeclaredMedia media = DeclaredMedia.of("http://127.0.0.1:8080/a.png?x=1", here);
        Endpoint endpoint = new Endpoint(here, 8080, Transport.TCP);

        assertThat(DeclaredMedia.at(List.of(media), endpoint, false)).containsExactly("/a.png?x=1");
        assertThat(DeclaredMedia.at(List.of(media), endpoint, true)).isEmpty();
        assertThat(DeclaredMedia.at(List.of(media), new Endpoint(here, 80, Transport.TCP), false))
                .isEmpty();
    }

    private static List<Fact> label(byte[] file) {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 80, Transport.TCP);
        Asked asked = new Asked(
                new HttpMediaConversation(new HttpRequest("GET", "/a", HttpContent.BEGINNING, endpoint, false)));
        assertThat(asked.sent()).contains("Range: bytes=0-196607\r\n");
        return asked.hears("HTTP/1.1 206 Partial Content\r\nContent-Type: image/x\r\nContent-Length: " + file.length
                        + "\r\n\r\n" + new String(file, ISO_8859_1))
                .ends()
                .facts()
                .of(HttpFacts.MEDIA_LABEL);
    }

    private static byte[] file(String container, String metadata) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        switch (container) {
            case "png" -> {
                text(file, "\u0089PNG\r\n\u001a\n");
                chunk(file, metadata.length(), false, "tEXt", metadata + "crc.");
                chunk(file, 0, false, "IEND", "crc.");
            }
            case "jpeg" -> {
                text(file, "\u00ff\u00d8\u00ff\u00e1");
                int length = metadata.length() + 2;
                text(file, "" + (char) (length >> 8) + (char) (length & 0xFF) + metadata);
                text(file, "\u00ff\u00da\0\2");
            }
            case "wav" -> {
                String padded = metadata.length() % 2 == 0 ? metadata : metadata + " ";
                text(file, "RIFF....WAVE");
                text(file, "LIST");
                chunk(file, padded.length(), true, "", padded);
            }
            default -> {
                chunk(file, 16, false, "ftyp", "isom....");
                chunk(file, 8 + metadata.length(), false, "moov", metadata);
            }
        }
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, int length, boolean little, String type, String content) {
        int value = little ? Integer.reverseBytes(length) : length;
        for (int shift = 24; shift >= 0; shift -= 8) {
            file.write(value >>> shift);
        }
        text(file, type + content);
    }

    private static void text(ByteArrayOutputStream file, String octets) {
        file.writeBytes(octets.getBytes(ISO_8859_1));
    }
}
