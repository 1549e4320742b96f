// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.kafka;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SaslMechanism;
import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pairs answers with requests by their number, and states each kind of request once. */
final class KafkaReader implements MessageGrammar {
    private static final int OPEN_REQUESTS = 16;
    private static final int MOST_MECHANISMS = 32;
    private static final int FREE = -1;
    private static final int UNSUPPORTED_MECHANISM = 33;

    private final String before;
    private final long[] numbers = new long[OPEN_REQUESTS];
    private final int[] keys = new int[OPEN_REQUESTS];
    private final int[] versions = new int[OPEN_REQUESTS];
    private final boolean[] stated = new boolean[256];
    private int next;
    private boolean loggedIn;
    private boolean authenticationTold;
    private String mechanism = "";

    KafkaReader(boolean fromBeginning) {
        this.before = fromBeginning ? "none" : "unknown";
        Arrays.fill(keys, FREE);
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        return KafkaRequest.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (direction == Direction.FROM_CLIENT) {
            return asked(message) ? Progress.CONTINUE : Progress.MALFORMED;
        }
        if (message.length() < 8) {
            return Progress.MALFORMED;
        }
        long number = message.u32(4);
        for (int i = 0; i < OPEN_REQUESTS; i++) {
            if (keys[i] != FREE && numbers[i] == number) {
                answered(message, keys[i], versions[i], sink);
                keys[i] = FREE;
                return Progress.CONTINUE;
            }
        }
        return Progress.CONTINUE;
    }

    private boolean asked(ByteView message) {
        if (message.length() < KafkaRequest.HEADER || !KafkaRequest.sound(message)) {
            return false;
        }
        numbers[next] = message.u32(8);
        keys[next] = message.u16(4);
        versions[next] = message.u16(6);
        next = (next + 1) % OPEN_REQUESTS;
        if (message.u16(4) == KafkaRequest.SASL_HANDSHAKE) {
            ByteCursor fields = new ByteCursor().over(message);
            fields.skip(KafkaRequest.body(message));
            mechanism = SaslMechanism.shown(fields.ascii(Math.min(fields.u16(), 64)));
        }
        return true;
    }

    private void answered(ByteView message, int key, int version, ObservationSink sink) {
        int index = 2 * key + (loggedIn ? 1 : 0);
        if (!stated[index]) {
            stated[index] = true;
            sink.saw(KafkaFacts.REQUEST.partial(KafkaRequest.name(key), loggedIn ? "sasl" : before));
        }
        boolean ofLogin = key == KafkaRequest.SASL_HANDSHAKE
                || key == KafkaRequest.SASL_AUTHENTICATE
                || key == KafkaRequest.API_VERSIONS;
        if (!ofLogin && !loggedIn && before.equals("none")) {
            state(false, sink);
        }
        if (key == KafkaRequest.SASL_HANDSHAKE) {
            mechanisms(message, sink);
        } else if (key == KafkaRequest.SASL_AUTHENTICATE && !mechanism.isEmpty()) {
            // From version 2 on tags stand before the error.
            int error = version >= 2 ? 9 : 8;
            boolean accepted = message.length() >= error + 2 && message.u16(error) == 0;
            loggedIn |= accepted;
            boolean plain = mechanism.equals("PLAIN");
            sink.saw(KafkaFacts.LOGIN.partial(mechanism, plain ? "plaintext-password" : "other", accepted));
        }
    }

    private void state(boolean required, ObservationSink sink) {
        if (!authenticationTold) {
            authenticationTold = true;
            sink.saw(KafkaFacts.AUTHENTICATION.complete(required));
        }
    }

    /** Error, then an array of names. A listener without SASL answers with another error. */
    private void mechanisms(ByteView message, ObservationSink sink) {
        ByteCursor fields = new ByteCursor().over(message);
        fields.skip(8);
        int error = fields.u16();
        if (fields.intact() && (error == 0 || error == UNSUPPORTED_MECHANISM)) {
            state(true, sink);
        }
        long count = fields.u32();
        List<String> names = new ArrayList<>();
        while (fields.remaining() > 0 && names.size() < Math.min(count, MOST_MECHANISMS)) {
            names.add(fields.ascii(fields.u16()));
        }
        if (fields.intact() && !names.isEmpty()) {
            sink.saw(
                    count <= MOST_MECHANISMS
                            ? KafkaFacts.MECHANISMS.complete(names)
                            : KafkaFacts.MECHANISMS.partial(names),
                    String.join(" ", names));
        }
    }
}
