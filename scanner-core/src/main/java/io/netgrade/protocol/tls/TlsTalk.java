// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.Attempt;
import io.netgrade.protocol.Conversation;

/** A conversation that asks one question and holds what was answered. */
interface TlsTalk extends Conversation {

    /** What the exchange came to, now that it has ended so. */
    TlsAnswer answer(Attempt.Status status);
}
