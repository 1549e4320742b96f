// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * A message centre in whose sessions nobody has bound (SMPP 3.4: sessions 2.2, header 3.2, generic_nack 4.3, enquire_link
 * 4.11, states 5.1.2.2, statuses 5.1.3).
 */
public final class MessageCentre implements Spoken {
    private static final int HEADER = 16;
    private static final int ANSWERS = 0x8000_0000;
    private static final int GENERIC_NACK = ANSWERS;
    private static final int ENQUIRE_LINK = 0x15;
    private static final int INVALID_LENGTH = 2;
    private static final int INVALID_COMMAND = 3;
    /** ESME_RINVBNDSTS: not in this state of binding. */
    private static final int WRONG_STATE = 4;

    /** What it does with who asks before binding. */
    private enum Manner {
        ANSWERS,
        REFUSES,
        CLOSES
    }

    private final Manner manner;

    private MessageCentre(Manner manner) {
        this.manner = manner;
    }

    /** Says that the link is up, as SMPP 5.0 4.1.1.1 lets it in every state. */
    public static MessageCentre answering() {
        return new MessageCentre(Manner.ANSWERS);
    }

    /** Says that enquire_link is of bound states, as SMPP 3.4 has it. */
    public static MessageCentre refusing() {
        return new MessageCentre(Manner.REFUSES);
    }

    /** Closes on whatever comes before a bind. */
    public static MessageCentre closing() {
        return new MessageCentre(Manner.CLOSES);
    }

    @Override
    public int length(ByteBuffer said) {
        if (said.remaining() < 4) {
            return 0;
        }
        int length = said.getInt(0);
        Breach.unless(length >= HEADER && length <= LONGEST, "3.2: no PDU is shorter than its header, or so long");
        return length;
    }

    @Override
    public Turn answer(ByteBuffer pdu, InetSocketAddress asker) {
        if (manner == Manner.CLOSES) {
            return Turn.LEAVING;
        }
        boolean whole = pdu.remaining() >= HEADER && pdu.getInt(0) == pdu.remaining();
        int sequence = whole ? pdu.getInt(12) : 0;
        Turn nack = Turn.saying(response(GENERIC_NACK, INVALID_LENGTH, sequence));
        Breach.unless(whole, "5.1.1: the length counts the whole PDU", nack.andLeaving());
        int command = pdu.getInt(4);
        Turn unknown = Turn.saying(response(GENERIC_NACK, INVALID_COMMAND, sequence));
        Breach.unless(command == ENQUIRE_LINK, "2.2: in an open session only a bind, and a look at the link", unknown);
        Breach.unless(pdu.getInt(8) == 0, "5.1.3: a request has the status 0");
        Breach.unless(sequence > 0, "5.1.4: sequence numbers are from 1 to 0x7FFFFFFF");
        Breach.unless(pdu.remaining() == HEADER, "4.11.1: enquire_link is a header alone", nack);
        int status = manner == Manner.ANSWERS ? 0 : WRONG_STATE;
        return Turn.saying(response(ENQUIRE_LINK | ANSWERS, status, sequence));
    }

    private static byte[] response(int command, int status, int sequence) {
        return ByteBuffer.allocate(HEADER)
                .putInt(HEADER)
                .putInt(command)
                .putInt(status)
                .putInt(sequence)
                .array();
    }
}
