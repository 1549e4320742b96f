// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.testing.Dialogue;
import io.netgrade.testing.Dialogue.Reading;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers and clients may send to harm the reader. */
class HttpHostileTest {
    private static final HttpProtocol HTTP = new HttpProtocol();
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";
    private static final String NEXT = "HTTP/1.1 201 Created\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 99999999999999999999\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: 0x10\r\n",
                "Content-Length: \u00b2\r\n"
            })
    void refusesALengthThatIsNone(String field) {
        assertThat(server(HEAD + field + "\r\n" + NEXT).progress()).isEqualTo(Progress.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fffffffffffffffff", "80000000000000000", "-1", "", "g", " 5"})
    void refusesAChunkSizeThatIsNone(String size) {
        Reading reading = server(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\nx");

        assertThat(reading.progress()).isEqualTo(Progress.MALFORMED);
        assertThat(reading.facts().of(HttpFacts.RESPONSE)).hasSize(1);
    }

    @Test
    void waitsForAHugeChunkWithoutHoldingIt() {
        Reading reading = server(HEAD + "Transfer-Encoding: chunked\r\n\r\n7fffffffffffffe" + "\r\nx".repeat(100_000));

        assertThat(reading.progress()).isEqualTo(Progress.CONTINUE);
        assertThat(reading.left()).isZero();
    }

    @Test
    void believesChunksWhereALengthContradictsThem() {
        Reading reading = server(HEAD + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + NEXT);

        assertThat(reading.facts().all()).contains(HttpFacts.RESPONSE.partial(201, null, null, null));
    }

    @Test
    void refusesAFloodOfHeaderFields() {
        Reading reading = server(HEAD + "X: y\r\n".repeat(HttpHead.MOST_LINES + 1) + "\r\n");

        assertThat(reading.progress()).isEqualTo(Progress.MALFORMED);
        assertThat(reading.facts().all()).isEmpty();
    }

    @Test
    void refusesAHeadOverItsBound() {
        String field = "X: " + "y".repeat(8000) + "\r\n";

        assertThat(server(HEAD + field.repeat(9) + "\r\n").progress()).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void cutsAFieldThatIsTooLongAndReadsOn() {
        Reading reading =
                server(HEAD + "X: " + "y".repeat(20_000) + "\r\nServer: a\r\nContent-Length: 0\r\n\r\n" + NEXT);

        assertThat(reading.facts().of(HttpFacts.RESPONSE))
                .containsExactly(
                        HttpFacts.RESPONSE.partial(200, "a", null, null),
                        HttpFacts.RESPONSE.partial(201, null, null, null));
    }

    @Test
    void refusesAStartLineWithoutEnd() {
        assertThat(server("HTTP/1.1 200 " + "x".repeat(20_000) + "\r\n\r\n").progress())
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void foldsFieldsAsOldServersWriteThem() {
        Reading reading = server(HEAD + "Server: a\r\n \t b\r\n\r\n");

        assertThat(reading.facts().all()).contains(HttpFacts.RESPONSE.partial(200, "a b", null, null));
    }

    @Test
    void toleratesBadBytesAndLinesWithoutAColon() {
        Reading reading = server(HEAD + "\u00ff\u0000\r\n: x\r\nServer : \u00e9\r\n\r\n");

        assertThat(reading.facts().all()).contains(HttpFacts.RESPONSE.partial(200, "\u00e9", null, null));
    }

    @Test
    void forgetsOutstandingRequestsRatherThanKeepThemAll() {
        Dialogue flood = Dialogue.of().client("HEAD / HTTP/1.1\r\n\r\n".repeat(100_000));

        assertThat(flood.read(HTTP).progress()).isEqualTo(Progress.CONTINUE);
    }

    @Test
    void readsAMegabyteOfSmallPiecesInNoTime() {
        Dialogue long_ = Dialogue.of().server(HEAD + "Content-Type: text/html" + "\r\n\r\n<a<b".repeat(50_000));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> long_.read(HTTP, 7));
    }

    @Test
    void statesManyCookiesAndKeepsToItsBounds() {
        StringBuilder head = new StringBuilder(HEAD);
        for (int i = 0; i < 100; i++) {
            head.append("Set-Cookie: c").append(i).append("=v\r\n");
        }

        List<Fact> cookies = server(head + "\r\n").facts().of(HttpFacts.COOKIE);

        assertThat(cookies).hasSize(32);
    }

    private static Reading server(String said) {
        return Dialogue.of().server(said).read(HTTP);
    }
}
