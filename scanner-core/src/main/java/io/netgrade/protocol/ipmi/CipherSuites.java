// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipmi;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Get Channel Cipher Suites (IPMI 2.0, 22.15) until a part of the list is shorter than 16 octets, which is its last; there
 * are 64 parts at most.
 */
final class CipherSuites implements Conversation {
    private static final int PART = 16;
    private static final int PARTS = 64;
    private static final int BY_SUITE = 0x80;
    private static final int STANDARD = 0xC0;
    private static final int OEM = 0xC1;
    private static final int BEHIND_OEM = 4;
    private static final int BEHIND_STANDARD = 1;

    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private int asked;
    private boolean answered;

    @Override
    public void opened(Peer peer) {
        ask(peer);
    }

    @Override
    public Progress received(Inbox datagram, Peer peer, ObservationSink sink) {
        ByteView bytes = datagram.unread();
        if (IpmiMessage.speaker(bytes) != Speaker.SERVER || !answers(bytes)) {
            return answered ? Progress.DONE : Progress.MALFORMED;
        }
        answered = true;
        int at = IpmiMessage.body(bytes);
        if (bytes.u8(at + 6) != 0) {
            state(false, sink);
            return Progress.DONE;
        }
        // Behind command, completion code and channel; before the sum.
        int from = at + 8;
        int part = Math.max(0, bytes.length() - 1 - from);
        records.writeBytes(part > 0 ? bytes.bytes(from, part) : new byte[0]);
        if (part < PART || asked == PARTS) {
            state(part < PART, sink);
            return Progress.DONE;
        }
        ask(peer);
        return Progress.CONTINUE;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        state(false, sink);
        return answered;
    }

    private void ask(Peer peer) {
        peer.send(IpmiQuestions.request(IpmiQuestions.CIPHER_SUITES, IpmiQuestions.THIS_CHANNEL, 0, BY_SUITE | asked));
        asked++;
    }

    private static boolean answers(ByteView bytes) {
        int at = IpmiMessage.body(bytes);
        return !IpmiMessage.isPong(bytes)
                && !IpmiMessage.isPlus(bytes)
                && bytes.length() > at + 7
                && bytes.u8(at + 1) >> 2 == IpmiMessage.NET_FUNCTION_APPLICATION + 1
                && bytes.u8(at + 5) == IpmiQuestions.CIPHER_SUITES;
    }

    /** Each record begins with its kind and its number; a vendor's has three octets of the vendor's own behind. */
    private void state(boolean whole, ObservationSink sink) {
        byte[] list = records.toByteArray();
        List<String> numbers = new ArrayList<>();
        for (int at = 0; at + 1 < list.length; at++) {
            int kind = list[at] & 0xFF;
            if (kind == STANDARD || kind == OEM) {
                numbers.add(Integer.toString(list[at + 1] & 0xFF));
                at += kind == OEM ? BEHIND_OEM : BEHIND_STANDARD;
            }
        }
        if (whole) {
            sink.saw(IpmiFacts.CIPHER_SUITES.complete(numbers));
        } else if (!numbers.isEmpty()) {
            sink.saw(IpmiFacts.CIPHER_SUITES.partial(numbers));
        }
    }
}
