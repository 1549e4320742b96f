// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bacnet;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;

/** States what the device announces and answers, each once. */
final class BacnetReader implements MessageGrammar {
    private static final int REFUSALS = 5;
    private static final int READ_PROPERTY = 12;

    private final boolean[] stated = new boolean[256];
    private final DeviceProperties properties = new DeviceProperties();
    private boolean announced;

    @Override
    public long length(Direction direction, ByteView unread) {
        return BacnetMessage.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int at = BacnetMessage.application(message);
        if (direction == Direction.FROM_SERVER && at > 0) {
            read(message, at, sink);
        }
        return Progress.CONTINUE;
    }

    private void read(ByteView message, int at, ObservationSink sink) {
        int kind = message.u8(at) >> 4;
        int service = BacnetMessage.service(message, at);
        if (kind == BacnetMessage.UNCONFIRMED && service <= 12) {
            state(128 + service, announcement(service), unconfirmedKind(service), true, sink);
            if (service == BacnetMessage.I_AM && !announced) {
                announce(message, at + 2, sink);
            }
        } else if (service < 64 && kind >= BacnetMessage.SIMPLE_ANSWER && kind <= REFUSALS && kind != 4) {
            boolean performed = kind != REFUSALS;
            state(service + (performed ? 0 : 64), confirmed(service), confirmedKind(service), performed, sink);
            if (kind == BacnetMessage.COMPLEX_ANSWER && service == READ_PROPERTY) {
                properties.read(message, at + 3, sink);
            }
        }
    }

    private void state(int index, String name, String kind, boolean performed, ObservationSink sink) {
        if (!stated[index]) {
            stated[index] = true;
            sink.saw(BacnetFacts.SERVICE.partial(name, kind, performed));
        }
    }

    /** Device identifier (tag 12, 4 octets), largest unit (tag 2), segmentation (tag 9), vendor (tag 2). */
    private void announce(ByteView message, int at, ObservationSink sink) {
        boolean here = at + 5 < message.length() && message.u8(at) == 0xC4;
        int size = here ? at + 5 : 0;
        int segmentation = here ? size + 1 + (message.u8(size) & 7) : 0;
        int vendor = segmentation + 2;
        if (here && vendor + 2 <= message.length() && message.u8(segmentation) == 0x91) {
            int octets = message.u8(vendor) & 7;
            boolean fits = message.u8(vendor) >> 4 == 2 && octets >= 1 && octets <= 2;
            if (fits && vendor + 1 + octets <= message.length()) {
                announced = true;
                int number = octets == 1 ? message.u8(vendor + 1) : message.u16(vendor + 1);
                sink.saw(BacnetFacts.DEVICE.partial(message.u32(at + 1) & 0x3F_FFFF, number));
            }
        }
    }

    private static String unconfirmedKind(int service) {
        return switch (service) {
            case 0, 1, 7, 8 -> "discovery";
            case 2, 3, 11 -> "event";
            default -> "other";
        };
    }

    private static String announcement(int service) {
        return switch (service) {
            case 0 -> "i-am";
            case 1 -> "i-have";
            case 2 -> "change-of-value-notification";
            case 3 -> "event-notification";
            case 4 -> "private-transfer";
            case 5 -> "text-message";
            case 7 -> "who-has";
            case 8 -> "who-is";
            default -> "unconfirmed-" + service;
        };
    }

    private static String confirmedKind(int service) {
        return switch (service) {
            case 12, 13, 14, 26 -> "read";
            case 8, 9, 10, 11, 15, 16 -> "write";
            case 17, 20 -> "control";
            case 0, 1, 2, 3, 4, 5, 28, 29 -> "event";
            case 6, 7 -> "file";
            default -> "other";
        };
    }

    private static String confirmed(int service) {
        return switch (service) {
            case 5 -> "subscribe-change-of-value";
            case 6 -> "atomic-read-file";
            case 7 -> "atomic-write-file";
            case 12 -> "read-property";
            case 14 -> "read-property-multiple";
            case 15 -> "write-property";
            case 16 -> "write-property-multiple";
            case 17 -> "device-communication-control";
            case 20 -> "reinitialize-device";
            case 26 -> "read-range";
            default -> "confirmed-" + service;
        };
    }
}
