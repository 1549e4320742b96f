// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.wire.ByteView;

/** Takes one direction of a stream in order. Each method answers whether anybody wants more of it. */
interface StreamSink {
    boolean bytes(ByteView bytes);

    /** A segment repeats the end of what was told, and goes on beyond it: a receiver may have kept either. */
    void overlapped();

    /** So many bytes are missing for good. */
    boolean missed(long bytes);
}
