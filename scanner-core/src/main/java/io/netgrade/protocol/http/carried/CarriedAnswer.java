// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.carried;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.wire.ByteView;

/** Reads on in an answer that may be a known service's. */
public interface CarriedAnswer {
    /** Takes a piece of the body; true once it needs no more. */
    boolean take(ByteView bytes, int from, int count);

    /** Takes the fields behind the body (RFC 9110 section 6.5). */
    default void trailers(HttpHead trailers) {}

    /** States what the answer was, once it is over or enough of it was seen. */
    void conclude(ObservationSink sink, Said said);
}
