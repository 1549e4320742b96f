// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the page at {@code /}; where that is answered for the methods, in clear whether HTTP/2 is spoken too, and for
 * what the port or the answer makes likely. A server of nothing but HTTP/2 is asked what such servers are for: it says so
 * in its first frame, or ends the connection of whoever begins with HTTP/1.1.
 */
final class HttpInquiry implements Inquiry {
    /** Requests for services inside, at one endpoint. */
    private static final int MOST_QUESTIONS = 6;

    /** Usual for gNMI (IANA; Arista EOS, Cisco IOS XR and Nokia SR OS). */
    private static final Set<Integer> GNMI = Set.of(9339, 6030, 57400, 50051);

    /** How a connection ends that a server does not want. */
    private static final Set<Attempt.Status> CLOSING = Set.of(Attempt.Status.CLOSED_EARLY, Attempt.Status.RESET);

    private final Endpoint endpoint;
    private final boolean insideTls;
    private final Deque<Supplier<Exchange>> steps = new ArrayDeque<>();
    private @Nullable HttpPageConversation page;
    private final List<String> media;
    private final Refusals refusals = new Refusals();
    private boolean begun;

    HttpInquiry(Endpoint endpoint, boolean insideTls) {
        this(endpoint, insideTls, List.of());
    }

    /** @param media targets of media files there that are declared to be generated */
    HttpInquiry(Endpoint endpoint, boolean insideTls, List<String> media) {
        this.media = List.copyOf(media);
        this.endpoint = endpoint;
        this.insideTls = insideTls;
        steps.add(this::page);
    }

    @Override
    public Optional<Exchange> next() {
        return Optional.ofNullable(steps.poll()).map(Supplier::get);
    }

    @Override
    public void ended(Exchange exchange, Attempt.Status status, List<Fact> stated) {
        HttpPageConversation first = page;
        if (begun || first == null) {
            if (status != Attempt.Status.ANSWERED && exchange.question().equals("http.methods")) {
                steps.clear();
            }
            return;
        }
        begun = true;
        if (first.speaksHttp2()) {
            steps.add(this::calls);
        } else if (stated.stream().anyMatch(fact -> fact.is(HttpFacts.RESPONSE))) {
            furtherQuestions(first.answer());
        } else if (insideTls && (CLOSING.contains(status) || status == Attempt.Status.NOT_THIS_PROTOCOL)) {
            // Such as a server of gRPC, which wants TLS to agree on HTTP/2 (RFC 9113 3.2).
            steps.add(() -> calls().insideTls("h2"));
        } else if (CLOSING.contains(status)) {
            steps.add(this::calls);
        }
    }

    private void furtherQuestions(HttpAnswer first) {
        steps.add(() -> exchange("http.methods", new HttpMethodsConversation(request("OPTIONS"))));
        if (!insideTls) {
            steps.add(() -> exchange("http.http2", new Http2Conversation(request("GET"), List.of())));
        }
        HttpQuestion.of(endpoint, first).stream()
                .limit(MOST_QUESTIONS)
                .forEach(question -> steps.add(() -> exchange(
                        "http." + question.service(),
                        new HttpServiceConversation(
                                new HttpRequest(
                                        question.method(), question.target(), question.content(), endpoint, insideTls),
                                question.service(),
                                refusals))));
        mediaQuestions();
    }

    private void mediaQuestions() {
        media.forEach(target -> steps.add(() -> exchange(
                "http.media",
                new HttpMediaConversation(
                        new HttpRequest("GET", target, HttpContent.BEGINNING, endpoint, insideTls)))));
    }

    private Exchange page() {
        HttpPageConversation asked = new HttpPageConversation(request("GET"), insideTls, refusals);
        page = asked;
        return exchange("http.page", asked);
    }

    private Exchange calls() {
        List<Http2Call> calls = new ArrayList<>(List.of(Http2Call.ROOT, Http2Call.FUNCTIONS, Http2Call.HEALTH));
        if (GNMI.contains(endpoint.port())) {
            calls.add(Http2Call.CAPABILITIES);
        }
        return exchange("http.http2", new Http2Conversation(request("GET"), calls));
    }

    private HttpRequest request(String method) {
        return new HttpRequest(method, endpoint, insideTls);
    }

    private Exchange exchange(String question, Conversation conversation) {
        Exchange exchange = Exchange.over(Transport.TCP, question, conversation);
        return insideTls ? exchange.insideTls() : exchange;
    }
}
