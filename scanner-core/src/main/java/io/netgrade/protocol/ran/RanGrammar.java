// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.util.function.Function;

/**
 * Tells one protocol's messages by the payload protocol identifier and the grammar; where no identifier is given (0), by
 * port and grammar. Who serves is told by the procedure, the core or
 * the central unit; between the parts of a central unit, by who was connected to.
 */
final class RanGrammar {
    /** One message per thread, read again for every flow, so that recognising allocates nothing. */
    private static final ThreadLocal<RanMessage> MESSAGE = ThreadLocal.withInitial(RanMessage::new);

    /** Some stacks write the identifier in their own byte order. */
    private static final int SWAPPED = 24;

    private static final int LONGEST = 1 << 16;

    private final Interface of;
    private final CodeTable procedures;
    private final int privateProcedure;
    private final Function<ByteView, Speaker> grammar = this::speaker;

    RanGrammar(Interface of) {
        this.of = of;
        this.procedures = CodeTable.read(RanGrammar.class, of.id() + "-procedures.tsv");
        int code = 0;
        while (procedures.knows(code) && !procedures.name(code).equals("private-message")) {
            code++;
        }
        this.privateProcedure = code;
    }

    Recognition recognise(Opening opening) {
        if (opening.transport() != Transport.SCTP) {
            return Recognition.NO;
        }
        long identifier = opening.carriage().payloadProtocol();
        boolean usual = opening.initiatorPort() == of.port() || opening.responderPort() == of.port();
        boolean own = identifier == of.payloadProtocol() || identifier == (long) of.payloadProtocol() << SWAPPED;
        boolean possible = own || (identifier <= 0 && usual);
        return possible ? Speaker.recognition(opening, grammar) : Recognition.NO;
    }

    boolean read(ByteView bytes, RanMessage message) {
        return bytes.length() <= LONGEST
                && message.read(bytes, of.choiceBits(), privateProcedure)
                && procedures.knows(message.procedure());
    }

    String procedure(int code) {
        return procedures.name(code);
    }

    private Speaker speaker(ByteView bytes) {
        RanMessage message = MESSAGE.get();
        if (!read(bytes, message)) {
            return Speaker.NOBODY;
        }
        if (of.symmetric()) {
            return Speaker.PEER;
        }
        boolean begins = message.kind() == RanMessage.INITIATING;
        return switch (procedures.column(message.procedure(), 2)) {
            case "client" -> begins ? Speaker.CLIENT : Speaker.SERVER;
            case "server" -> begins ? Speaker.SERVER : Speaker.CLIENT;
            default -> Speaker.EITHER;
        };
    }
}
