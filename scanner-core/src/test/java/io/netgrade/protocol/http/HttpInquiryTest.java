// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Asked;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpInquiryTest {
    /** nginx 1.22.1 with autoindex, as it answered on loopback. */
    private static final String LISTING = "HTTP/1.1 200 OK"
            + "\r\nServer: nginx/1.22.1"
            + "\r\nDate: Mon, 23 Nov 2026 05:32:23 GMT"
            + "\r\nContent-Type: text/html"
            + "\r\nTransfer-Encoding: chunked"
            + "\r\nConnection: close"
            + "\r\n\r\n87\r\n<html>\r\n<head><title>Index of /</title></head>\r\n<body>\r\n<h1>Index of /</h1><hr>"
            + "<pre><a href=\"../\">../</a>\r\n</pre><hr></body>\r\n</html>\r\n\r\n0\r\n\r\n";

    private static final String LOGIN_PAGE = "HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nContent-Type: text/html"
            + "\r\nContent-Length: 60\r\nSet-Cookie: sid=abc; HttpOnly"
            + "\r\n\r\n<html><form><input name=u><INPUT name=p TYPE='Password'></for";

    @Test
    void asksForThePageAndNothingElse() {
        Asked page = page("127.0.0.1", 8080, false);

        assertThat(page.sent())
                .isEqualTo("GET / HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nUser-Agent: netgrade\r\nAccept: */*"
                        + "\r\nConnection: close\r\n\r\n");
    }

    @Test
    void writesAnIpv6HostInBracketsAndLeavesTheUsualPortOut() {
        assertThat(page("::1", 80, false).sent()).contains("Host: [::1]\r\n");
        assertThat(page("::1", 443, true).sent()).contains("Host: [::1]\r\n");
    }

    @Test
    void statesAllOfAListingByNginx() {
        Asked page = page("127.0.0.1", 80, false).hears(LISTING);

        assertThat(page.progress()).isEqualTo(Progress.DONE);
        assertThat(page.facts().all())
                .containsExactly(
                        HttpFacts.RESPONSE.complete(200, "nginx/1.22.1", null, null),
                        CommonFacts.SOFTWARE.complete("nginx", "1.22.1", "cpe:2.3:a:f5:nginx:1.22.1:*:*:*:*:*:*:*"),
                        HttpFacts.LOGIN.partial(List.of()),
                        HttpFacts.COOKIE.none(),
                        HttpFacts.DIRECTORY_LISTING.complete(true),
                        HttpFacts.TITLE.complete("Index of /"),
                        HttpFacts.PROTECTIVE_FIELDS.complete(List.of()),
                        HttpFacts.REDIRECT.complete(false, null));
    }

    @Test
    void readsByteByByteWhatItReadsAtOnce() {
        Asked page = page("127.0.0.1", 80, false).hears(bytes(LISTING), 1);

        assertThat(page.facts().all())
                .isEqualTo(page("127.0.0.1", 80, false).hears(LISTING).facts().all());
    }

    @Test
    void statesNoAbsenceOfAnAnswerThatWasCut() {
        for (int length = 0; length < LISTING.length() - "</html>\r\n\r\n0\r\n\r\n".length(); length++) {
            Asked cut = page("127.0.0.1", 80, false)
                    .hears(LISTING.substring(0, length))
                    .ends();

            assertThat(cut.facts().of(HttpFacts.LOGIN)).noneMatch(Fact::complete);
            assertThat(cut.answered()).isEqualTo(!cut.facts().all().isEmpty());
        }
    }

    @Test
    void findsALoginForm() {
        Asked page = page("127.0.0.1", 80, false).hears(LOGIN_PAGE);

        assertThat(page.facts().of(HttpFacts.LOGIN)).containsExactly(HttpFacts.LOGIN.complete(List.of("form")));
        assertThat(page.facts().of(HttpFacts.COOKIE))
                .containsExactly(HttpFacts.COOKIE.complete("sid", false, true, null));
    }

    @Test
    void findsASchemeAskedFor() {
        Asked page = page("127.0.0.1", 80, false)
                .hears("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nWWW-Authenticate: Basic realm=\"x\"\r\n\r\n");

        assertThat(page.facts().of(HttpFacts.LOGIN)).containsExactly(HttpFacts.LOGIN.complete(List.of("basic")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=app.js></script>",
                "<meta http-equiv=Refresh content='0;url=/login'>",
                "<frameset><frame src=login.html></frameset>",
                "<iframe src=login.html></iframe>"
            })
    void leavesTheLoginOpenWhereThePageLeadsElsewhere(String page) {
        Asked asked = page("127.0.0.1", 80, false)
                .hears("HTTP/1.1 200 OK\r\nContent-Length: " + page.length() + "\r\n\r\n" + page);

        assertThat(asked.facts().of(HttpFacts.LOGIN)).containsExactly(HttpFacts.LOGIN.partial(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"302 Found\r\nLocation: /login", "500 Oops", "403 Forbidden", "404 Not Found"})
    void leavesTheLoginOpenWhereThePageIsNotShown(String answer) {
        Asked asked = page("127.0.0.1", 80, false).hears("HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\n\r\n");

        assertThat(asked.facts().of(HttpFacts.LOGIN)).containsExactly(HttpFacts.LOGIN.partial(List.of()));
    }

    @Test
    void leavesTheLoginOpenWhereThePageIsCompressed() {
        Asked asked = page("127.0.0.1", 80, false)
                .hears("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx");

        assertThat(asked.facts().of(HttpFacts.LOGIN)).containsExactly(HttpFacts.LOGIN.partial(List.of()));
    }

    @Test
    void asksForNoLoginInClearWhereAllIsSentToHttps() {
        Asked asked = page("127.0.0.1", 80, false)
                .hears("HTTP/1.1 301 Moved\r\nLocation: https://127.0.0.1/\r\nContent-Length: 0\r\n\r\n");

        assertThat(asked.facts().of(HttpFacts.LOGIN)).containsExactly(HttpFacts.LOGIN.complete(List.of()));
        assertThat(asked.facts().of(HttpFacts.REDIRECT))
                .containsExactly(HttpFacts.REDIRECT.complete(true, "https://127.0.0.1/"));
    }

    @Test
    void doesNotCallAnErrorAServiceInClear() {
        Asked asked = page("127.0.0.1", 80, false).hears("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");

        assertThat(asked.facts().of(HttpFacts.REDIRECT)).isEmpty();
    }

    @Test
    void statesStrictTransportSecurityInsideTlsAlone() {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nStrict-Transport-Security: Max-Age=\"31536000\";"
                + " includeSubDomains\r\n\r\n";

        assertThat(page("127.0.0.1", 443, true).hears(answer).facts().of(HttpFacts.STRICT_TRANSPORT_SECURITY))
                .containsExactly(HttpFacts.STRICT_TRANSPORT_SECURITY.complete(true, 31_536_000L, true));
        assertThat(page("127.0.0.1", 80, false).hears(answer).facts().of(HttpFacts.STRICT_TRANSPORT_SECURITY))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Strict-Transport-Security: max-age=soon\r\n", "Strict-Transport-Security: preload\r\n"})
    void statesThatStrictTransportSecurityIsAbsent(String field) {
        Asked asked = page("127.0.0.1", 443, true).hears("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + field + "\r\n");

        assertThat(asked.facts().of(HttpFacts.STRICT_TRANSPORT_SECURITY))
                .containsExactly(HttpFacts.STRICT_TRANSPORT_SECURITY.complete(false, 0L, false));
    }

    @Test
    void takesAPageThatEndsWithTheConnectionForWholeWhereItSaysSo() {
        String head = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n";

        assertThat(page("127.0.0.1", 80, false)
                        .hears(head + "<html>x</html>")
                        .ends()
                        .facts()
                        .of(HttpFacts.COOKIE))
                .containsExactly(HttpFacts.COOKIE.none());
        assertThat(page("127.0.0.1", 80, false)
                        .hears(head + "<html>x")
                        .ends()
                        .facts()
                        .of(HttpFacts.COOKIE))
                .isEmpty();
    }

    @Test
    void looksNoFurtherThanItsBound() {
        String head = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n";
        Asked asked = page("127.0.0.1", 80, false).hears(head + "x".repeat(70_000) + "<input type=password></html>");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().of(HttpFacts.LOGIN)).containsExactly(HttpFacts.LOGIN.partial(List.of()));
    }

    @Test
    void saysWhereAServerSpeaksSomethingElse() {
        assertThat(page("127.0.0.1", 80, false).hears("SSH-2.0-OpenSSH_9.6\r\n").progress())
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void passesOverInterimAnswers() {
        Asked asked = page("127.0.0.1", 80, false)
                .hears("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n");

        assertThat(asked.facts().of(HttpFacts.RESPONSE))
                .containsExactly(HttpFacts.RESPONSE.complete(204, null, null, null));
    }

    @Test
    void asksForTheMethodsWhereThePageWasAnswered() {
        Inquiry inquiry = inquiry("127.0.0.1", 80, false);
        Exchange page = inquiry.next().orElseThrow();
        inquiry.ended(page, Attempt.Status.ANSWERED, List.of(HttpFacts.RESPONSE.complete(200, null, null, null)));
        Exchange methods = inquiry.next().orElseThrow();

        Asked asked = new Asked(methods.conversations().get(0))
                .hears("HTTP/1.1 200 OK\r\nAllow: GET,HEAD, options , TRACE\r\nContent-Length: 0\r\n\r\n");

        assertThat(asked.sent()).startsWith("OPTIONS / HTTP/1.1\r\n");
        assertThat(asked.facts().all())
                .containsExactly(HttpFacts.METHODS.complete(List.of("GET", "HEAD", "OPTIONS", "TRACE")));
        inquiry.ended(methods, Attempt.Status.ANSWERED, asked.facts().all());
        assertThat(inquiry.next().map(Exchange::question)).contains("http.http2");
        assertThat(inquiry.next()).isEmpty();
    }

    @Test
    void leavesTheMethodsOpenWhereTheServerDoesNotListThem() {
        Asked asked = new Asked(
                        new HttpMethodsConversation(new HttpRequest("OPTIONS", endpoint("127.0.0.1", 80), false)))
                .hears("HTTP/1.1 405 Not Allowed\r\nServer: nginx/1.22.1\r\nContent-Length: 0\r\n\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().all()).isEmpty();
    }

    @Test
    void asksNothingMoreOfAServerThatDidNotAnswer() {
        Inquiry inquiry = inquiry("127.0.0.1", 80, false);

        inquiry.ended(inquiry.next().orElseThrow(), Attempt.Status.TIMED_OUT, List.of());

        assertThat(inquiry.next()).isEmpty();
    }

    @Test
    void goesInsideTlsWhereTheServiceIs() {
        assertThat(inquiry("127.0.0.1", 443, true).next().orElseThrow().throughTls())
                .isTrue();
        assertThat(inquiry("127.0.0.1", 80, false).next().orElseThrow().throughTls())
                .isFalse();
    }

    private static Asked page(String address, int port, boolean insideTls) {
        return new Asked(inquiry(address, port, insideTls)
                .next()
                .orElseThrow()
                .conversations()
                .get(0));
    }

    private static Inquiry inquiry(String address, int port, boolean insideTls) {
        return new HttpProtocol()
                .inquire(endpoint(address, port), insideTls ? List.of("tls") : List.of())
                .orElseThrow();
    }

    private static Endpoint endpoint(String address, int port) {
        try {
            return new Endpoint(InetAddress.getByName(address), port, Transport.TCP);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void offersHttp2ToAServerOfTlsThatClosesOnOtherRequests() {
        assertThat(afterThePage(true, Attempt.Status.CLOSED_EARLY))
                .hasValueSatisfying(
                        exchange -> assertThat(exchange.applicationProtocol()).isEqualTo("h2"));
        assertThat(afterThePage(true, Attempt.Status.TIMED_OUT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Attempt.Status.class,
            names = {"CLOSED_EARLY", "RESET"})
    void beginsAgainWithHttp2WhereAServerInClearEndsTheConnection(Attempt.Status status) {
        Exchange again = afterThePage(false, status).orElseThrow();

        assertThat(again.question()).isEqualTo("http.http2");
        assertThat(again.throughTls()).isFalse();
        assertThat(new Asked(again.conversations().get(0)).sent()).startsWith("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = Attempt.Status.class,
            names = {"TIMED_OUT", "NOT_THIS_PROTOCOL", "REFUSED"})
    void leavesHttp2AloneInClearWhereAServerDoesAnythingElse(Attempt.Status status) {
        assertThat(afterThePage(false, status)).isEmpty();
    }

    @Test
    void takesALoneGoawayForHttp2() {
        String goaway = "\0\0\10\7\0\0\0\0\0\0\0\0\0\0\0\0\1";

        assertThat(page("127.0.0.1", 8080, false)
                        .hears(bytes(goaway), 1)
                        .facts()
                        .all())
                .containsExactly(HttpFacts.HTTP_2.partial("prior-knowledge"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\0\10\7\0\0\0\0\0\0\0\0\0\0\0\0\0",
                "\0\0\10\7\0\0\0\0\0\0\0\0\1\0\0\0\1",
                "\0\0\7\7\0\0\0\0\0\0\0\0\0\0\0\0\1",
                "\0\0\10\6\0\0\0\0\0\0\0\0\0\0\0\0\1"
            })
    void takesNoOtherFrameForAGoaway(String bytes) {
        Asked asked = page("127.0.0.1", 8080, false).hears(bytes(bytes), 1);

        assertThat(asked.progress()).isEqualTo(Progress.MALFORMED);
        assertThat(asked.facts().all()).isEmpty();
    }

    private static Optional<Exchange> afterThePage(boolean insideTls, Attempt.Status status) {
        Inquiry inquiry = inquiry("127.0.0.1", 9339, insideTls);
        Exchange page = inquiry.next().orElseThrow();
        assertThat(page.applicationProtocol()).isEmpty();
        inquiry.ended(page, status, List.of());
        return inquiry.next();
    }
}
