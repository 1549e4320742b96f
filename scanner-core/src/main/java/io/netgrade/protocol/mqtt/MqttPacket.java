// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mqtt;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

/**
 * One control packet (MQTT 5.0 §2.1): type and flags, then its remaining length in one to four octets of seven bits.
 *
 * <pre>
 *  CONNECT  0x10 length  protocol name (2+n)  level  flags  keep alive (2)  [5: properties]  client identifier …
 *  CONNACK  0x20 length  flags  code  [5: properties]
 * </pre>
 */
final class MqttPacket {
    static final int CONNECT = 0x10;
    static final int ANSWER = 0x20;

    private static final int LENGTH_OCTETS = 4;
    private static final byte[] NAME = "\0\4MQTT".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OLD_NAME = "\0\6MQIsdp".getBytes(StandardCharsets.US_ASCII);
    private static final int SHORTEST_CONNECT = 12;

    private MqttPacket() {}

    /** Octets in all, 0 where too few are here, or -1 where the length is not sound. */
    static long length(ByteView bytes) {
        long follows = 0;
        for (int i = 1; i <= LENGTH_OCTETS; i++) {
            if (bytes.length() <= i) {
                return 0;
            }
            follows |= (long) (bytes.u8(i) & 0x7F) << (7 * (i - 1));
            if (bytes.u8(i) < 0x80) {
                return 1 + i + follows;
            }
        }
        return -1;
    }

    /** Where the variable header begins. */
    static int body(ByteView bytes) {
        int at = 1;
        while (bytes.u8(at) >= 0x80) {
            at++;
        }
        return at + 1;
    }

    /** The place behind the protocol's name in a CONNECT; -1 where it is another name. */
    static int behindName(ByteView bytes) {
        int body = body(bytes);
        if (bytes.holds(body, NAME)) {
            return body + NAME.length;
        }
        return bytes.holds(body, OLD_NAME) ? body + OLD_NAME.length : -1;
    }

    /** Only a CONNECT is a beginning: what a broker says first is an answer to one. */
    static Speaker speaker(ByteView bytes) {
        int first = bytes.u8(0);
        if (first == ANSWER) {
            return answer(bytes);
        }
        if (first != CONNECT) {
            return Speaker.NOBODY;
        }
        long length = length(bytes);
        if (length < 0 || (length > 0 && length < SHORTEST_CONNECT)) {
            return Speaker.NOBODY;
        }
        if (bytes.length() < SHORTEST_CONNECT + 2) {
            return Speaker.UNFINISHED;
        }
        int level = behindName(bytes);
        if (level < 0) {
            return Speaker.NOBODY;
        }
        int number = bytes.u8(level) & 0x7F;
        boolean known = bytes.u8(level - 1) == 'T' ? number == 4 || number == 5 : number == 3;
        return known && (number == 3 || (bytes.u8(level + 1) & 1) == 0) ? Speaker.CLIENT : Speaker.NOBODY;
    }

    /** An answer proves nothing alone: its four octets are too few. */
    private static Speaker answer(ByteView bytes) {
        boolean flags = bytes.length() < 3 || bytes.u8(2) <= 1;
        boolean length = bytes.length() < 2 || bytes.u8(1) >= 2;
        return flags && length ? Speaker.UNFINISHED : Speaker.NOBODY;
    }
}
