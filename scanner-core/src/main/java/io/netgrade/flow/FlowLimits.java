// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

/**
 * What following flows may cost.
 *
 * @param flows that are known at a time; beyond, the one that was silent longest is let go
 * @param openingBytes of each direction until a protocol must have recognised the flow
 * @param openingDatagrams of a flow until a protocol must have recognised it
 * @param unreadBytes that a reader may leave unread in each direction
 * @param heldBytes in each direction that wait behind a hole of TCP; beyond, the hole is given up
 * @param bufferedBytes of all flows together
 * @param readBytes of one TCP flow, both directions, until its reader is ended; datagrams and messages are read as long as
 *     they come, as associations and tunnels between two nodes live on
 */
public record FlowLimits(
        int flows,
        int openingBytes,
        int openingDatagrams,
        int unreadBytes,
        int heldBytes,
        long bufferedBytes,
        long readBytes) {

    /** For captures of any size in a heap of a few hundred megabytes. */
    public static FlowLimits standard() {
        return new FlowLimits(1 << 19, 4096, 8, 1 << 17, 1 << 17, 128L << 20, 16L << 20);
    }
}
