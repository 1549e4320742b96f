// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/** Tells GTP′ by its elements on any port, and messages without any on the usual one. */
final class PrimeRecognition {
    private PrimeRecognition() {}

    static Recognition of(Opening opening) {
        boolean usual = opening.initiatorPort() == PrimeProtocol.PORT || opening.responderPort() == PrimeProtocol.PORT;
        return switch (opening.transport()) {
            case UDP -> Speaker.recognition(opening, usual ? PrimeRecognition::onPort : PrimeRecognition::datagram);
            case TCP -> Speaker.recognition(opening, PrimeRecognition::stream);
            default -> Recognition.NO;
        };
    }

    private static Speaker onPort(ByteView bytes) {
        boolean whole = PrimeMessage.length(bytes) == bytes.length();
        return whole && PrimeMessage.sound(bytes, bytes.length()) ? speaker(bytes) : Speaker.NOBODY;
    }

    private static Speaker datagram(ByteView bytes) {
        boolean elements = bytes.length() > Math.max(PrimeMessage.header(bytes.u8(0)), 0);
        return elements ? onPort(bytes) : Speaker.NOBODY;
    }

    private static Speaker stream(ByteView bytes) {
        int length = PrimeMessage.length(bytes);
        if (length < 0) {
            return Speaker.NOBODY;
        }
        if (length == 0 || bytes.length() < length) {
            return Speaker.UNFINISHED;
        }
        boolean elements = length > PrimeMessage.header(bytes.u8(0));
        return elements && PrimeMessage.sound(bytes, length) ? speaker(bytes) : Speaker.NOBODY;
    }

    private static Speaker speaker(ByteView bytes) {
        int type = bytes.u8(1);
        if (!PrimeMessage.tells(type)) {
            return Speaker.EITHER;
        }
        return PrimeMessage.fromNode(type) ? Speaker.CLIENT : Speaker.SERVER;
    }
}
