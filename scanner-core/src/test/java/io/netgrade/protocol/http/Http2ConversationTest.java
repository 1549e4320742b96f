// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Asked;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frames as RFC 9113 4 and 6 have them; header blocks by the static table of RFC 7541 appendix A. */
class Http2ConversationTest {
    private static final String SETTINGS = "000006 04 00 00000000 0003 00000064";
    private static final String OWN_TAKEN = "000000 04 01 00000000";
    private static final String GOAWAY = "000008 07 00 00000000 00000000 00000000";
    /** :status 200 alone, and the end of the stream. */
    private static final String GOOD = "000001 01 05 00000001 88";

    @Test
    void asksForTheSettingsAloneAndSaysGoodbye() {
        Asked asked = ask(List.of()).hears(bytes(SETTINGS), 1);

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).startsWith("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").endsWith(text(OWN_TAKEN + GOAWAY));
        assertThat(asked.facts().all()).containsExactly(HttpFacts.HTTP_2.partial("prior-knowledge"));
    }

    @Test
    void saysThatThereIsNoneWhereTheAnswerIsOfHttp1() {
        Asked asked = ask(List.of()).hears(bytes("485454502f312e3120343030"), 1);

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().all()).containsExactly(HttpFacts.HTTP_2.none());
    }

    @Test
    void statesNothingOfAnotherProtocol() {
        Asked asked = ask(List.of()).hears("220 mail\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.MALFORMED);
        assertThat(asked.facts().all()).isEmpty();
    }

    @Test
    void waitsForEveryStreamAndReadsItsAnswer() {
        Asked asked = ask(List.of(Http2Call.ROOT)).hears(bytes(SETTINGS), 7);
        assertThat(asked.progress()).isEqualTo(Progress.CONTINUE);

        asked.hears(bytes(GOOD), 1);

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().of(HttpFacts.RESPONSE))
                .containsExactly(HttpFacts.RESPONSE.partial(200, null, null, null));
    }

    @Test
    void endsWhereAStreamIsResetOrTheServerGoesAway() {
        assertThat(ask(List.of(Http2Call.ROOT))
                        .hears(bytes(SETTINGS + "000004 03 00 00000001 00000001"), 100)
                        .progress())
                .isEqualTo(Progress.DONE);
        assertThat(ask(List.of(Http2Call.ROOT))
                        .hears(bytes(SETTINGS + GOAWAY), 100)
                        .progress())
                .isEqualTo(Progress.DONE);
    }

    @Test
    void isNotAnsweredByACutFrame() {
        assertThat(ask(List.of()).hears(bytes("000006 04 00 0000"), 100).ends().answered())
                .isFalse();
    }

    @Test
    void tellsAnNrfByItsRefusalAndNobodyByAPageThatIsNotThere() {
        // :status 401 as a literal with the name of index 8, content-type application/problem+json.
        String type = field("content-type", "application/problem+json");
        assertThat(accessOf(head("4803343031" + type, 1))).containsExactly("nnrf-nfm required");
        assertThat(accessOf(head("8d" + type, 1))).isEmpty();
        assertThat(accessOf(head("4803343031" + field("content-type", "text/html"), 1)))
                .isEmpty();
        assertThat(accessOf(head("4803343031", 1))).isEmpty();
        assertThat(accessOf(head("88" + field("content-type", "application/json"), 1)))
                .containsExactly("nnrf-nfm none");
    }

    @Test
    void tellsGrpcByTheAnswerToItsHealthCall() {
        Asked asked = ask(List.of(Http2Call.HEALTH, Http2Call.CAPABILITIES))
                .hears(bytes(SETTINGS), 100)
                .hears(
                        bytes(head("88" + field("content-type", "application/grpc") + field("grpc-status", "12"), 1)
                                + head(
                                        "88" + field("content-type", "application/grpc") + field("grpc-status", "16"),
                                        3)),
                        100);

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().all())
                .filteredOn(fact -> fact.type().equals("gnmi.access"))
                .isEmpty();
        assertThat(asked.facts().all())
                .filteredOn(fact -> fact.type().equals("grpc.access"))
                .extracting(fact -> fact.text("authentication").orElseThrow())
                .containsExactly("required");
        assertThat(asked.sent()).contains("/grpc.health.v1.Health/Check").contains("application/grpc");
    }

    private static List<String> accessOf(String answer) {
        List<Fact> facts = ask(List.of(Http2Call.FUNCTIONS))
                .hears(bytes(SETTINGS + answer), 1000)
                .facts()
                .all();
        return facts.stream()
                .filter(fact -> fact.type().equals("sbi.access"))
                .map(fact -> fact.text("resource").orElseThrow() + " "
                        + fact.text("authentication").orElseThrow())
                .toList();
    }

    private static String head(String block, int stream) {
        return "%06x 01 05 %08x ".formatted(block.length() / 2, stream) + block;
    }

    private static String field(String name, String value) {
        return "00%02x%s%02x%s".formatted(name.length(), hex(name), value.length(), hex(value));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static String text(String hex) {
        return new String(bytes(hex), StandardCharsets.ISO_8859_1);
    }

    private static Asked ask(List<Http2Call> calls) {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 8080, Transport.TCP);
        return new Asked(new Http2Conversation(new HttpRequest("GET", endpoint, false), calls));
    }
}
