// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Reads what a server says in clear, up to its NEWKEYS. Of the client, only whether it wants SSH-1 and what its KEXINIT
 * offers matters; the rest is passed over, so that a loss there costs nothing.
 */
final class SshDissector implements Dissector {
    private final SshIdentification.Reader identification = new SshIdentification.Reader();
    private final SshPackets packets = new SshPackets();
    private final SshClientHead client = new SshClientHead();
    private boolean late;

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        if (direction == Direction.FROM_SERVER) {
            return server(bytes, sink);
        }
        client.read(bytes, sink);
        return client.wantsVersion1() && identification.identification().isPresent()
                ? Progress.DONE
                : Progress.CONTINUE;
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        client.lost(direction == Direction.FROM_CLIENT);
        return direction == Direction.FROM_CLIENT;
    }

    private Progress server(Inbox bytes, ObservationSink sink) {
        // A capture that begins behind the identification begins with the length of a packet.
        late |= identification.identification().isEmpty()
                && bytes.unread().length() > 0
                && bytes.unread().u8(0) == 0;
        if (!late && identification.identification().isEmpty()) {
            Progress progress = identification.read(bytes);
            if (progress != Progress.DONE) {
                return progress;
            }
            SshIdentification line = identification.identification().orElseThrow();
            line.observe(sink);
            if (!line.speaksVersion2() || client.wantsVersion1()) {
                return Progress.DONE;
            }
        }
        return messages(bytes, sink);
    }

    private Progress messages(Inbox bytes, ObservationSink sink) {
        Progress progress = Progress.CONTINUE;
        while (progress == Progress.CONTINUE) {
            Optional<byte[]> message = packets.next(bytes);
            if (message.isEmpty()) {
                return packets.broken() ? Progress.MALFORMED : Progress.CONTINUE;
            }
            progress = message(message.get(), sink);
        }
        return progress;
    }

    private static Progress message(byte[] message, ObservationSink sink) {
        return switch (message[0]) {
            case SshMessage.KEXINIT -> algorithms(message, sink);
            case SshMessage.KEX_REPLY, SshMessage.GROUP_REPLY -> keyOrGroup(message, sink);
            case SshMessage.NEWKEYS, SshMessage.DISCONNECT -> Progress.DONE;
            default -> Progress.CONTINUE;
        };
    }

    private static Progress algorithms(byte[] message, ObservationSink sink) {
        Optional<SshKexInit> kexInit = SshKexInit.read(message);
        if (kexInit.isEmpty() || kexInit.get().fromClient()) {
            // A client's list is none of the server's: who serves was guessed wrong.
            return Progress.MALFORMED;
        }
        kexInit.get().observe(sink);
        return Progress.CONTINUE;
    }

    /**
     * Message 31 begins with the host key in every key exchange but the group exchange, where it begins with the modulus
     * (RFC 4419 5). The two cannot be taken for each other: a modulus read as a key would need a name of 2^24 characters.
     */
    private static Progress keyOrGroup(byte[] message, ObservationSink sink) {
        ByteCursor cursor = ByteCursor.of(ByteView.of(message));
        int number = cursor.u8();
        byte[] first = SshMessage.string(cursor);
        byte[] second = SshMessage.string(cursor);
        if (!cursor.intact()) {
            return Progress.MALFORMED;
        }
        Optional<SshHostKey> key = SshHostKey.read(first);
        key.ifPresent(seen -> sink.saw(seen.partial()));
        if (key.isEmpty() && number == SshMessage.KEX_REPLY && isModulus(first) && second.length > 0) {
            sink.saw(SshFacts.GROUP.partial(new BigInteger(first).bitLength()));
        }
        return Progress.CONTINUE;
    }

    /** A positive number without a zero byte too many (RFC 4251 5), which a broken host key begins with. */
    private static boolean isModulus(byte[] number) {
        return number.length > 1 && (number[0] > 0 || (number[0] == 0 && number[1] < 0));
    }
}
