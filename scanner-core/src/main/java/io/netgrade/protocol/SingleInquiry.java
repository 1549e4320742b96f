// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import java.util.List;
import java.util.Optional;

/** The inquiry of a protocol that says all in one exchange. */
final class SingleInquiry implements Inquiry {
    private final Exchange exchange;
    private boolean asked;

    SingleInquiry(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public Optional<Exchange> next() {
        if (asked) {
            return Optional.empty();
        }
        asked = true;
        return Optional.of(exchange);
    }

    @Override
    public void ended(Exchange ended, Attempt.Status status, List<Fact> stated) {
        // One exchange is all there is: nothing to learn from how it ended.
    }
}
