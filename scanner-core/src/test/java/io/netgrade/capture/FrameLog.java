// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes down every frame that comes, one line each: number, link type, time, lengths, bytes. */
final class FrameLog implements FrameSink {
    final List<String> lines = new ArrayList<>();

    @Override
    public void frame(ByteView frame, int linkType, long timeNanos, int captured, long original, long number) {
        lines.add(number + " link " + linkType + " at " + timeNanos + " " + captured + "/" + original + " "
                + HexFormat.of().formatHex(frame.bytes()));
    }
}
