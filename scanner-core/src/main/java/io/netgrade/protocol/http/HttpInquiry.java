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
import java.util.List;
import java.util.Optional;

/** Asks for the page at {@code /}, and where that is answered for the methods. */
final class HttpInquiry implements Inquiry {
    private final Endpoint endpoint;
    private final boolean insideTls;
    private Step step = Step.PAGE;

    HttpInquiry(Endpoint endpoint, boolean insideTls) {
        this.endpoint = endpoint;
        this.insideTls = insideTls;
    }

    private enum Step {
        PAGE,
        METHODS,
        END
    }

    @Override
    public Optional<Exchange> next() {
        return switch (step) {
            case PAGE -> ask("http.page", new HttpPageConversation(request("GET"), insideTls));
            case METHODS -> ask("http.methods", new HttpMethodsConversation(request("OPTIONS")));
            case END -> Optional.empty();
        };
    }

    @Override
    public void ended(Exchange exchange, Attempt.Status status, List<Fact> stated) {
        boolean answered = stated.stream().anyMatch(fact -> fact.is(HttpFacts.RESPONSE));
        step = step == Step.PAGE && answered ? Step.METHODS : Step.END;
    }

    private HttpRequest request(String method) {
        return new HttpRequest(method, endpoint, insideTls);
    }

    private Optional<Exchange> ask(String question, Conversation conversation) {
        Exchange exchange = Exchange.over(Transport.TCP, question, conversation);
        return Optional.of(insideTls ? exchange.insideTls() : exchange);
    }
}
