// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.wire.ByteView;

/** Takes one direction of a stream in order. Each method answers whether anybody wants more of it. */
interface StreamSink {
    boolean bytes(ByteView bytes);

    /**
     * A segment repeats what was told: a receiver may have kept either.
     *
     * @param again the bytes of it that do, as far as they were captured
     * @param behind bytes that were told since the last of them
     * @param goesOn whether the segment goes on beyond what was told
     */
    void repeated(ByteView again, long behind, boolean goesOn);

    /** Two segments that were there at the same time have different bytes in one place. */
    void contradicted();

    /** So many bytes are missing for good. */
    boolean missed(long bytes);
}
