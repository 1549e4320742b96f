// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bacnet;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** The model and the firmware of a device, out of the answers to who reads those properties (ASHRAE 135 §12.11). */
final class DeviceProperties {
    static final int FIRMWARE = 44;
    static final int MODEL = 70;
    private static final int LONGEST_TEXT = 128;

    private @Nullable String model;
    private @Nullable String firmware;

    /** Object (tag 0, 4 octets), property (tag 1), then between an opening and a closing tag 3 a text (tag 7). */
    void read(ByteView message, int at, ObservationSink sink) {
        boolean property = at + 8 < message.length() && message.u8(at) == 0x0C && message.u8(at + 5) == 0x19;
        int value = at + 8;
        boolean text =
                property && message.u8(at + 7) == 0x3E && message.u8(value) >> 4 == 7 && (message.u8(value) & 7) == 5;
        int number = property ? message.u8(at + 6) : 0;
        boolean wanted = number == MODEL ? model == null : number == FIRMWARE && firmware == null;
        if (!text || !wanted || value + 2 >= message.length()) {
            return;
        }
        int length = message.u8(value + 1);
        boolean plain = length > 1 && length <= LONGEST_TEXT && message.u8(value + 2) == 0;
        if (plain && value + 2 + length <= message.length()) {
            state(number, message.ascii(value + 3, length - 1).trim(), sink);
        }
    }

    private void state(int number, String text, ObservationSink sink) {
        if (number == MODEL) {
            model = text;
        } else {
            firmware = text;
        }
        if (model != null) {
            sink.saw(CommonFacts.SOFTWARE.partial(model, firmware, null), text);
        }
    }
}
