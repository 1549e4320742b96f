// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Dialogue;
import io.netgrade.testing.Dialogue.Reading;
import io.netgrade.testing.FactList;
import io.netgrade.testing.HeldInbox;
import io.netgrade.testing.HeldOpening;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpDissectorTest {
    private static final HttpProtocol HTTP = new HttpProtocol();
    private static final String OK = "HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nContent-Length: 5\r\n\r\nhello";

    /** Pipelining, chunks, a HEAD, an interim answer, credentials and a form on one kept connection. */
    private static final Dialogue CONNECTION = Dialogue.of()
            .client("GET /a HTTP/1.1\r\nHost: x\r\n\r\nHEAD /b HTTP/1.1\r\nHost: x\r\n")
            .client("Authorization: Basic c2VjcmV0\r\n\r\n")
            .server("HTTP/1.1 200 OK\r\nServer: Apache/2.4.57 (Debian)\r\nTransfer-Encoding: chunked\r\n")
            .server("Content-Type: text/html\r\n\r\n5;x=y\r\n<inpu\r\nf\r\nt type=password\r\n")
            .server("1\r\n>\r\n0\r\nT: x\r\n\r\n")
            .server("HTTP/1.1 401 Unauthorized\r\nContent-Length: 999\r\nWWW-Authenticate: Digest realm=\"a, Basic b\","
                    + " nonce=\"x\", Basic realm=r\r\n\r\n")
            .client("POST /login HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue"
                    + "\r\nContent-Length: 27\r\n\r\n")
            .server("HTTP/1.1 100 Continue\r\n\r\n")
            .client("user=joe&password=sesame&x=")
            .server("HTTP/1.1 302 Found\r\nLocation: https://u:pw@x/home;sid=1?token=t\r\nContent-Length: 0"
                    + "\r\nSet-Cookie: sid=topsecret; Path=/; HttpOnly; SameSite=Lax\r\n\r\n");

    @Test
    void readsAWholeConnection() {
        Reading reading = CONNECTION.read(HTTP);

        assertThat(reading.progress()).isEqualTo(Progress.CONTINUE);
        assertThat(reading.facts().all())
                .containsExactly(
                        HttpFacts.CREDENTIALS_IN_CLEAR.partial("basic"),
                        HttpFacts.LOGIN.partial(List.of("basic")),
                        HttpFacts.RESPONSE.partial(200, "Apache/2.4.57 (Debian)", null, null),
                        CommonFacts.SOFTWARE.partial(
                                "Apache httpd", "2.4.57", "cpe:2.3:a:apache:http_server:2.4.57:*:*:*:*:*:*:*"),
                        HttpFacts.LOGIN.partial(List.of("form")),
                        HttpFacts.RESPONSE.partial(401, null, null, null),
                        HttpFacts.LOGIN.partial(List.of("digest", "basic")),
                        HttpFacts.RESPONSE.partial(100, null, null, null),
                        HttpFacts.CREDENTIALS_IN_CLEAR.partial("form"),
                        HttpFacts.RESPONSE.partial(302, null, null, "https://x/home"),
                        HttpFacts.COOKIE.partial("sid", false, true, "lax"),
                        HttpFacts.REDIRECT.partial(true, "https://x/home"));
    }

    @Test
    void keepsNoSecret() {
        assertThat(CONNECTION.read(HTTP).facts().written())
                .doesNotContain("c2VjcmV0", "sesame", "topsecret", "token", "pw@", "joe");
    }

    @Test
    void readsByteByByteWhatItReadsAtOnce() {
        assertThat(CONNECTION.read(HTTP, 1).facts().all())
                .isEqualTo(CONNECTION.read(HTTP).facts().all());
    }

    @Test
    void statesOfEveryPrefixNothingThatTheWholeTakesBack() {
        List<Fact> whole = CONNECTION.read(HTTP).facts().all();

        for (int length = 0; length < CONNECTION.length(); length++) {
            List<Fact> prefix = CONNECTION.first(length).read(HTTP).facts().all();

            assertThat(prefix).as("first " + length).isEqualTo(whole.subList(0, prefix.size()));
        }
    }

    @Test
    void statesAFactOfAConnectionOnce() {
        Dialogue repeated = Dialogue.of().server(OK + OK + OK);

        assertThat(repeated.read(HTTP).facts().of(HttpFacts.RESPONSE)).hasSize(1);
    }

    @Test
    void endsWhereATunnelBegins() {
        Reading reading = Dialogue.of()
                .client("CONNECT x:443 HTTP/1.1\r\n\r\n")
                .server("HTTP/1.1 200 Connection established\r\n\r\n\u0016\u0003\u0001")
                .read(HTTP);

        assertThat(reading.progress()).isEqualTo(Progress.HANDED_OVER);
        assertThat(reading.left()).isEqualTo(3);
    }

    @Test
    void goesOnAfterARefusedTunnel() {
        Reading reading = Dialogue.of()
                .client("CONNECT x:443 HTTP/1.1\r\n\r\n")
                .server("HTTP/1.1 407 Proxy Authentication Required\r\n")
                .server("Proxy-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n")
                .client("CONNECT x:443 HTTP/1.1\r\nProxy-Authorization: Basic eA==\r\n\r\n")
                .read(HTTP);

        assertThat(reading.progress()).isEqualTo(Progress.CONTINUE);
        assertThat(reading.facts().of(HttpFacts.LOGIN)).containsExactly(HttpFacts.LOGIN.partial(List.of("ntlm")));
        assertThat(reading.facts().of(HttpFacts.CREDENTIALS_IN_CLEAR)).hasSize(1);
    }

    @Test
    void endsWithAnUpgrade() {
        Reading reading = Dialogue.of()
                .client("GET /ws HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
                .server("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n\u0081\u0005hello")
                .read(HTTP);

        assertThat(reading.progress()).isEqualTo(Progress.DONE);
    }

    @Test
    void handsOverToTlsWhereThatIsTheUpgrade() {
        Reading reading = Dialogue.of()
                .client("OPTIONS * HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: TLS/1.0\r\n\r\n")
                .server("HTTP/1.1 101 Switching Protocols\r\nUpgrade: TLS/1.0, HTTP/1.1\r\n\r\n\u0016\u0003")
                .read(HTTP);

        assertThat(reading.progress()).isEqualTo(Progress.START_TLS);
        assertThat(reading.left()).isEqualTo(2);
    }

    @Test
    void readsABodyWithoutALengthToTheEnd() {
        Reading reading = Dialogue.of()
                .server("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<title> Index of /files</title>")
                .read(HTTP);

        assertThat(reading.facts().of(HttpFacts.DIRECTORY_LISTING))
                .containsExactly(HttpFacts.DIRECTORY_LISTING.partial(true));
    }

    @Test
    void passesOverMissingBytesOfABody() {
        Dissector dissector = HTTP.dissect(HeldOpening.of("", ""));
        FactList facts = new FactList();
        HeldInbox inbox = new HeldInbox().with(bytes("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n123"));
        dissector.dissect(Direction.FROM_SERVER, inbox, facts);

        assertThat(dissector.missed(Direction.FROM_SERVER, 5)).isTrue();
        inbox.with(bytes("90HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
        dissector.dissect(Direction.FROM_SERVER, inbox, facts);

        assertThat(facts.of(HttpFacts.RESPONSE)).contains(HttpFacts.RESPONSE.partial(404, null, null, null));
    }

    @Test
    void findsTheNextMessageAfterAGap() {
        Dissector dissector = HTTP.dissect(HeldOpening.of("", ""));
        FactList facts = new FactList();
        HeldInbox inbox = new HeldInbox().with(bytes("HTTP/1.1 200 OK\r\nServ"));
        dissector.dissect(Direction.FROM_SERVER, inbox, facts);
        dissector.missed(Direction.FROM_SERVER, 1000);

        dissector.dissect(Direction.FROM_SERVER, inbox.with(bytes("rest of something")), facts);
        dissector.dissect(Direction.FROM_SERVER, inbox.with(bytes("HTTP/1.1 40")), facts);
        dissector.dissect(Direction.FROM_SERVER, inbox.with(bytes("3 Forbidden\r\n\r\n")), facts);

        assertThat(facts.all())
                .containsExactly(
                        HttpFacts.RESPONSE.partial(200, null, null, null),
                        HttpFacts.RESPONSE.partial(403, null, null, null));
    }

    @Test
    void statesWhatIsThereOfAHeadThatTheSnapshotCut() {
        Dissector dissector = HTTP.dissect(HeldOpening.of("", ""));
        FactList facts = new FactList();
        HeldInbox asked = new HeldInbox().with(bytes("GET /v1/models HTTP/1.1\r\nAuthorization: Basic c2VjcmV0\r\nX-"));
        dissector.dissect(Direction.FROM_CLIENT, asked, facts);
        dissector.missed(Direction.FROM_CLIENT, 300);

        HeldInbox answered = new HeldInbox().with(bytes("HTTP/1.1 200 OK\r\nServer: nginx\r\nCont"));
        dissector.dissect(Direction.FROM_SERVER, answered, facts);
        dissector.missed(Direction.FROM_SERVER, 300);

        assertThat(facts.all())
                .contains(
                        HttpFacts.CREDENTIALS_IN_CLEAR.partial("basic"),
                        HttpFacts.RESPONSE.partial(200, "nginx", null, null));
    }

    @Test
    void followsNoFilmToItsEnd() {
        Reading reading = Dialogue.of()
                .server("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 100000000\r\n\r\nftyp")
                .read(HTTP);

        assertThat(reading.progress()).isEqualTo(Progress.DONE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
