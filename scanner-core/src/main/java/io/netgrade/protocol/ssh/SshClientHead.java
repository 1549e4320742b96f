// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a client says first: its identification and its KEXINIT. All behind that is passed over. */
final class SshClientHead {
    private static final byte[] VERSION_1 = "SSH-1.".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VERSION_1_AND_2 = "SSH-1.99-".getBytes(StandardCharsets.US_ASCII);

    private final SshIdentification.Reader identification = new SshIdentification.Reader();
    private final SshPackets packets = new SshPackets();
    private boolean over;
    private boolean known;
    private boolean wantsVersion1;

    /** Whether it wants SSH-1, as far as it has said. */
    boolean wantsVersion1() {
        return wantsVersion1;
    }

    /** What is lost of a client is not waited for. */
    void lost(boolean ofClient) {
        over |= ofClient;
    }

    void read(Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        boolean late = unread.length() > 0 && unread.u8(0) == 0;
        if (!over && !known && !late) {
            if (unread.length() < VERSION_1_AND_2.length) {
                return;
            }
            known = true;
            wantsVersion1 = unread.startsWith(VERSION_1) && !unread.startsWith(VERSION_1_AND_2);
            over = wantsVersion1;
        }
        if (!over && !late && identification.identification().isEmpty()) {
            over = identification.read(bytes) == Progress.MALFORMED;
        }
        if (!over && (late || identification.identification().isPresent())) {
            over = offers(bytes, sink);
        }
        if (over) {
            bytes.consumeAll();
        }
    }

    /** Whether the first packet has come, which is the KEXINIT, or can come no more. */
    private boolean offers(Inbox bytes, ObservationSink sink) {
        Optional<byte[]> message = packets.next(bytes);
        message.flatMap(SshKexInit::read)
                .ifPresent(offer -> sink.saw(SshFacts.FINGERPRINT.partial("client", offer.hassh(true))));
        return message.isPresent() || packets.broken();
    }
}
