// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.profinet;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** States the kinds of frame of a station, each once, and its name and maker. */
final class ProfinetReader implements MessageGrammar {
    private static final int DEVICE = 2;
    private static final int VENDOR_NAME = 1;
    private static final int STATION_NAME = 2;
    private static final int DEVICE_ID = 3;

    private final Set<String> stated = new HashSet<>();
    private boolean named;

    @Override
    public long length(Direction direction, ByteView unread) {
        return ProfinetFrame.sound(unread) ? unread.length() : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (!ProfinetFrame.dcp(message)) {
            String kind = ProfinetFrame.kind(message.u16(0));
            if (kind != null && stated.add(kind)) {
                sink.saw(ProfinetFacts.FRAME.partial(kind));
            }
        } else if (direction == Direction.FROM_SERVER && ProfinetFrame.answers(message)) {
            String kind = kind(message.u8(ProfinetFrame.SERVICE));
            if (stated.add(kind)) {
                sink.saw(ProfinetFacts.FRAME.partial(kind));
            }
            if (!named) {
                name(message, sink);
            }
        }
        return Progress.CONTINUE;
    }

    /** Blocks of option, suboption, octets and two octets of state before the value, each padded to an even length. */
    private void name(ByteView message, ObservationSink sink) {
        int end = ProfinetFrame.BLOCKS + message.u16(10);
        int at = ProfinetFrame.BLOCKS;
        @Nullable String station = null;
        @Nullable String product = null;
        @Nullable Integer vendor = null;
        @Nullable Integer device = null;
        while (at + 6 <= end) {
            int length = message.u16(at + 2);
            int value = at + 6;
            if (length < 2 || at + 4 + length > end) {
                break;
            }
            if (message.u8(at) == DEVICE) {
                int suboption = message.u8(at + 1);
                if (suboption == VENDOR_NAME) {
                    product = message.ascii(value, length - 2).trim();
                } else if (suboption == STATION_NAME) {
                    station = message.ascii(value, length - 2).trim();
                } else if (suboption == DEVICE_ID && length >= 6) {
                    vendor = message.u16(value);
                    device = message.u16(value + 2);
                }
            }
            at += 4 + length + (length & 1);
        }
        if (station != null || vendor != null) {
            named = true;
            sink.saw(ProfinetFacts.STATION.partial(station, vendor, device));
        }
        if (product != null && !product.isEmpty()) {
            sink.saw(CommonFacts.SOFTWARE.partial(product, null, null), product);
        }
    }

    private static String kind(int service) {
        return switch (service) {
            case 3 -> "dcp-get";
            case 4 -> "dcp-set";
            case ProfinetFrame.IDENTIFY -> "dcp-identify";
            default -> "dcp-hello";
        };
    }
}
