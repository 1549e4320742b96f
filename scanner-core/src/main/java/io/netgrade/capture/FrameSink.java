// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import io.netgrade.wire.ByteView;

/** Takes the frames of a capture, one after another. Called once per frame, so it allocates nothing. */
@FunctionalInterface
public interface FrameSink {
    /**
     * @param frame the captured bytes; one view for all frames, valid during the call only
     * @param linkType as libpcap numbers them (1 is Ethernet)
     * @param timeNanos since 1970-01-01T00:00Z; a frame without a time has that of the latest frame before it, or 0
     * @param capturedLength bytes of the frame that were captured
     * @param originalLength bytes that it had on the wire
     * @param number in the capture, from 1
     */
    void frame(ByteView frame, int linkType, long timeNanos, int capturedLength, long originalLength, long number);
}
