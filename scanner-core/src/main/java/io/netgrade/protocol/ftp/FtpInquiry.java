// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for the features, then in clear for the start of TLS, and says at the end what both show. */
final class FtpInquiry implements Inquiry {
    private final boolean insideTls;
    private final FtpQuestion features = FtpQuestion.features();
    private final FtpQuestion authTls = FtpQuestion.authTls();
    private int asked;

    FtpInquiry(boolean insideTls) {
        this.insideTls = insideTls;
    }

    @Override
    public Optional<Exchange> next() {
        if (asked == 0) {
            Exchange exchange = Exchange.over(Transport.TCP, "ftp.features", features);
            return Optional.of(insideTls ? exchange.insideTls() : exchange);
        }
        boolean worthwhile = asked == 1 && !insideTls && features.greeted();
        return worthwhile ? Optional.of(Exchange.over(Transport.TCP, "ftp.auth-tls", authTls)) : Optional.empty();
    }

    @Override
    public void ended(Exchange exchange, Attempt.Status status, List<Fact> stated) {
        asked++;
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
