// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Exchange;
import java.time.Duration;

/**
 * One connection to be made, and what is said on it.
 *
 * @param known whether the endpoint was reached before; where it was not, whether a TCP port is open is an attempt of its
 *     own
 * @param recognised whether a service there answered in its protocol before
 * @param patience how long the exchange may take once the connection is open
 * @param silences how many questions in a row the endpoint was silent to before this one
 */
record Errand(
        Endpoint endpoint, Exchange exchange, boolean known, boolean recognised, Duration patience, int silences) {

    /** What an attempt is called that does not get as far as the exchange. */
    String firstQuestion() {
        return announced() ? "connect" : exchange.question();
    }

    /** Whether the opening of the connection is an attempt of its own. */
    boolean announced() {
        return !known && endpoint.transport() != Transport.UDP;
    }
}
