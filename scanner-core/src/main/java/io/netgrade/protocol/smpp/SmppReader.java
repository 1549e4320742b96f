// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smpp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** Reads the PDUs of one session. */
final class SmppReader implements MessageGrammar {
    private static final long MESSAGE = 1L << 62;
    private static final long SUBSCRIBER = 1L << 61;
    private static final int SHORTEST_NUMBER = 7;
    private static final int MOST_ADDRESS = 21;

    private final Said said = new Said();
    private @Nullable String version;
    private int passwordLength = -1;

    @Override
    public long length(Direction direction, ByteView unread) {
        return SmppPdu.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView pdu, ObservationSink sink) {
        int command = SmppPdu.command(pdu);
        said.by(direction, sink);
        if (SmppPdu.answer(pdu)) {
            if (direction == Direction.FROM_SERVER) {
                answered(command, SmppPdu.status(pdu), sink);
            }
        } else if (SmppPdu.bind(command) && direction == Direction.FROM_CLIENT) {
            bind(pdu, sink);
        } else if (command == SmppPdu.SUBMIT_SM || command == SmppPdu.DELIVER_SM) {
            message(pdu, command, sink);
        }
        return Progress.CONTINUE;
    }

    private void bind(ByteView pdu, ObservationSink sink) {
        int number = BindBody.version(pdu);
        version = number < 0 ? null : number <= 0x33 ? "3.3" : (number >> 4) + "." + (number & 0x0F);
        passwordLength = BindBody.passwordLength(pdu);
        stateCredentials(sink);
    }

    private void stateCredentials(ObservationSink sink) {
        if (passwordLength >= 0) {
            String kind = passwordLength == 0 ? "none" : "plaintext-password";
            sink.saw(SmppFacts.CREDENTIALS.partial(kind, passwordLength));
        }
    }

    private void answered(int command, long status, ObservationSink sink) {
        if (SmppPdu.bind(command)) {
            String kind = command == SmppPdu.BIND_RECEIVER
                    ? "receiver"
                    : command == SmppPdu.BIND_TRANSMITTER ? "transmitter" : "transceiver";
            sink.saw(SmppFacts.BIND.partial(kind, version, status == 0));
            stateCredentials(sink);
        }
        if (said.isNew((long) command << 32 | status)) {
            sink.saw(SmppFacts.SERVICE.partial(SmppPdu.name(command), status));
        }
    }

    /** submit_sm and deliver_sm begin alike (SMPP 3.4 §4.4.1, §4.6.1). */
    private void message(ByteView pdu, int command, ObservationSink sink) {
        int source = cString(pdu, SmppPdu.HEADER, 6);
        int sourceEnd = source < 0 ? -1 : cString(pdu, source + 2, MOST_ADDRESS);
        int target = sourceEnd < 0 ? -1 : cString(pdu, sourceEnd + 2, MOST_ADDRESS);
        int schedule = target < 0 ? -1 : cString(pdu, target + 3, 17);
        int validity = schedule < 0 ? -1 : cString(pdu, schedule, 17);
        if (validity < 0 || validity + 3 > pdu.length()) {
            return;
        }
        int coding = pdu.u8(validity + 2);
        if (said.isNew(MESSAGE | command << 8 | coding)) {
            sink.saw(SmppFacts.MESSAGE.partial(command == SmppPdu.SUBMIT_SM ? "submit" : "deliver", coding));
        }
        boolean numbers = number(pdu, source + 2, sourceEnd - 1) || number(pdu, sourceEnd + 2, target - 1);
        if (numbers && said.isNew(SUBSCRIBER)) {
            sink.saw(SmppFacts.SUBSCRIBER_IDENTITY.partial("msisdn"));
        }
    }

    private static int cString(ByteView pdu, int from, int most) {
        int zero = pdu.indexOf(0, from, from + most);
        return zero < 0 ? -1 : zero + 1;
    }

    private static boolean number(ByteView pdu, int from, int to) {
        for (int at = from; at < to; at++) {
            boolean sign = at == from && pdu.u8(at) == '+';
            if (!sign && (pdu.u8(at) < '0' || pdu.u8(at) > '9')) {
                return false;
            }
        }
        return to - from >= SHORTEST_NUMBER;
    }
}
