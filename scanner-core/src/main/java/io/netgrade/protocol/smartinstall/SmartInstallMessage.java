// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smartinstall;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;

/** Four numbers (sender, version, kind, length of the body) and a body, read in place. */
final class SmartInstallMessage {
    static final int HEADER = 16;

    private static final int PORT = 4786;
    private static final int LAST_KIND = 16;
    private static final int LONGEST = 1 << 20;
    static final byte[] PROBE = {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 8, 0, 0, 0, 1};
    private static final byte[] ANSWER = {0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 8, 0, 0, 0, 1};

    private SmartInstallMessage() {}

    /** Octets with the header, or -1. */
    static long length(ByteView bytes) {
        boolean sound = bytes.u32(0) <= 4 && bytes.u32(4) <= 1 && bytes.u32(8) <= LAST_KIND && bytes.u32(12) <= LONGEST;
        return sound ? HEADER + bytes.u32(12) : -1;
    }

    /** A probe and its answer are told anywhere, other messages by the port alone. */
    static Recognition recognition(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        Recognition exact = Speaker.recognition(opening, SmartInstallMessage::speaker);
        return exact == Recognition.NO && opening.responderPort() == PORT ? byPort(opening.fromInitiator()) : exact;
    }

    private static Recognition byPort(ByteView client) {
        if (client.length() < HEADER) {
            return client.length() > 0 && client.u8(0) == 0 ? Recognition.NEED_MORE : Recognition.NO;
        }
        return length(client) > HEADER && client.u32(0) > 0 ? Recognition.BY_PORT : Recognition.NO;
    }

    private static Speaker speaker(ByteView bytes) {
        if (bytes.length() < PROBE.length) {
            boolean may = begins(bytes, PROBE) || begins(bytes, ANSWER);
            return may ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        return bytes.startsWith(PROBE) ? Speaker.CLIENT : bytes.startsWith(ANSWER) ? Speaker.SERVER : Speaker.NOBODY;
    }

    private static boolean begins(ByteView bytes, byte[] message) {
        for (int at = 0; at < bytes.length(); at++) {
            if (bytes.u8(at) != message[at]) {
                return false;
            }
        }
        return true;
    }
}
