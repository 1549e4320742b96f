// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the features, then in clear for the start of TLS, and says at the end what both show. Last, where the operator
 * lets it, whether anonymous users are let in.
 */
final class FtpInquiry implements Inquiry {
    private final boolean insideTls;
    private final FtpQuestion features = FtpQuestion.features();
    private final FtpQuestion authTls = FtpQuestion.authTls();
    private final Queue<Exchange> left = new ArrayDeque<>();
    private boolean begun;

    /** @param anonymous whether the operator lets it ask for an anonymous log-in */
    FtpInquiry(boolean insideTls, boolean anonymous) {
        this.insideTls = insideTls;
        ask("ftp.features", features);
        if (!insideTls) {
            ask("ftp.auth-tls", authTls);
        }
        if (anonymous) {
            ask("ftp.anonymous", new AnonymousLogIn());
        }
    }

    private void ask(String question, Conversation conversation) {
        Exchange exchange = Exchange.over(Transport.TCP, question, conversation);
        left.add(insideTls ? exchange.insideTls() : exchange);
    }

    @Override
    public Optional<Exchange> next() {
        boolean worthwhile = !begun || features.greeted();
        begun = true;
        return worthwhile ? Optional.ofNullable(left.poll()) : Optional.empty();
    }

    @Override
    public void ended(Exchange exchange, Attempt.Status status, List<Fact> stated) {
        // What the questions heard is kept by themselves.
    }

    @Override
    public void conclude(ObservationSink sink) {
        if (!features.greeted()) {
            return;
        }
        Optional<FtpFeatures> listed = features.answer().flatMap(FtpFeatures::read);
        @Nullable Boolean protectable = protectable();
        boolean complete =
                protectable != null && listed.filter(FtpFeatures::whole).isPresent();
        @Nullable List<String> names = listed.map(FtpFeatures::names).orElse(null);
        sink.saw(
                complete
                        ? FtpFacts.SERVICE.complete(names, protectable)
                        : FtpFacts.SERVICE.partial(names, protectable));
        protection(protectable, sink);
    }

    /** Null where the server gave no answer, or one for the moment only. */
    private @Nullable Boolean protectable() {
        if (insideTls) {
            return Boolean.TRUE;
        }
        return authTls.answer()
                .filter(reply -> reply.code() == 234 || reply.refuses())
                .map(reply -> reply.code() == 234)
                .orElse(null);
    }

    /** That TLS is offered does not say whether a login in clear is refused: only a login would show that. */
    private void protection(@Nullable Boolean protectable, ObservationSink sink) {
        if (insideTls) {
            sink.saw(FtpFacts.LOGIN_PROTECTION.complete(List.of("tls-required")));
        } else if (Boolean.FALSE.equals(protectable)) {
            sink.saw(FtpFacts.LOGIN_PROTECTION.complete(List.of("clear-only")));
        } else if (Boolean.TRUE.equals(protectable)) {
            sink.saw(FtpFacts.protectionSeen("tls-offered"));
        }
    }
}
