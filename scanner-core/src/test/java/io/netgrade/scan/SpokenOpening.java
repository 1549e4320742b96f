// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.Transport;
import io.netgrade.testing.WrittenDialogue;
import io.netgrade.testing.WrittenDialogue.Message;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the dialogues say, as openings: of a stream, what each side says from one of its first messages on; else one message
 * alone.
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays are its own, and it is never compared
record SpokenOpening(String protocol, Transport transport, int port, byte[] client, byte[] server) {
    static final int ANY_PORT = 50_123;

    private static final int MOST_MESSAGES = 8;
    private static final int LONGEST = 1500;
    private static final List<SpokenOpening> ALL = WrittenDialogue.allIn(DialoguesTest.FOLDER).stream()
            .flatMap(SpokenOpening::of)
            .toList();

    /** Of the dialogues that show a protocol, whatever carries it there. */
    static List<SpokenOpening> of(String protocol) {
        return ALL.stream().filter(one -> one.protocol.equals(protocol)).toList();
    }

    static List<SpokenOpening> over(Transport transport) {
        return ALL.stream().filter(one -> one.transport == transport).toList();
    }

    private static Stream<SpokenOpening> of(WrittenDialogue dialogue) {
        boolean stream = dialogue.transport() == Transport.TCP;
        List<Message> messages = dialogue.messages();
        List<SpokenOpening> openings = new ArrayList<>();
        for (int from = 0; from < Math.min(messages.size(), MOST_MESSAGES); from++) {
            List<Message> said = messages.subList(from, stream ? messages.size() : from + 1);
            byte[] client = bytes(said, true);
            byte[] server = bytes(said, false);
            if (client.length + server.length > 0) {
                openings.add(
                        new SpokenOpening(dialogue.protocol(), dialogue.transport(), dialogue.port(), client, server));
            }
        }
        return openings.stream();
    }

    private static byte[] bytes(List<Message> said, boolean client) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        said.stream().filter(one -> one.fromClient() == client).forEach(one -> bytes.writeBytes(one.bytes()));
        return Arrays.copyOf(bytes.toByteArray(), Math.min(bytes.size(), LONGEST));
    }
}
