// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.security.SecureRandom;
import java.util.function.Function;

/**
 * One echo request or heartbeat each, by which the nodes of a core see whether the path between them is alive; the answer is
 * about as long as the question. Those of GTP-C version 2 and PFCP must tell when their sender began (the restart counter 0,
 * and a fixed time): a node that knows the asking address as a peer of its own would take that peer for restarted, so they
 * are never to be sent from the address of one.
 */
final class EchoQuestions {
    private static final int SEQUENCED = 0x32;
    private static final int VERSION_2 = 0x40;
    private static final int PRIME = 0x4E;
    private static final int ECHO_REQUEST = 1;
    private static final int RECOVERY = 3;
    private static final int PFCP = 0x20;
    private static final int STARTED = 96;
    /** 2020-01-01 in seconds from 1900, as NTP counts. */
    private static final long FIXED_START = 3_786_825_600L;

    private static final int BEHIND_LENGTH = 4;

    private EchoQuestions() {}

    /** Echo Request without elements (TS 29.060 7.2.1; of the user plane TS 29.281 7.2.1), 12 octets. */
    static Function<Endpoint, Conversation> version1(Function<Opening, Dissector> readers) {
        return endpoint -> {
            int sequence = random(16);
            byte[] request = new ByteWriter()
                    .u8(SEQUENCED)
                    .u8(ECHO_REQUEST)
                    .u16(BEHIND_LENGTH)
                    .u32(0)
                    .u16(sequence)
                    .u16(0)
                    .written();
            return question(endpoint, readers, request, 8, 2, sequence);
        };
    }

    /** Echo Request with the restart counter, which it must have (TS 29.274 7.1.1), 13 octets. */
    static Conversation version2(Endpoint endpoint) {
        int sequence = random(24);
        byte[] request = new ByteWriter()
                .u8(VERSION_2)
                .u8(ECHO_REQUEST)
                .u16(9)
                .u24(sequence)
                .u8(0)
                .u8(RECOVERY)
                .u16(1)
                .u8(0)
                .u8(0)
                .written();
        return question(endpoint, GtpControlProtocol::reader, request, 4, 3, sequence);
    }

    /** Echo Request of version 2, without elements (TS 32.295 6.2.2), 6 octets. */
    static Conversation prime(Endpoint endpoint) {
        int sequence = random(16);
        byte[] request =
                new ByteWriter().u8(PRIME).u8(ECHO_REQUEST).u16(0).u16(sequence).written();
        return question(endpoint, PrimeProtocol::reader, request, 4, 2, sequence);
    }

    /** Heartbeat Request with a time stamp, which it must have (TS 29.244 7.4.2.1), 16 octets. */
    static Conversation heartbeat(Endpoint endpoint) {
        int sequence = random(24);
        byte[] request = new ByteWriter()
                .u8(PFCP)
                .u8(ECHO_REQUEST)
                .u16(12)
                .u24(sequence)
                .u8(0)
                .u16(STARTED)
                .u16(4)
                .u32(FIXED_START)
                .written();
        return question(endpoint, PfcpProtocol::reader, request, 4, 3, sequence);
    }

    private static int random(int bits) {
        return new SecureRandom().nextInt(1, 1 << bits);
    }

    /** @param at where in question and answer the sequence number stands */
    private static Conversation question(
            Endpoint endpoint, Function<Opening, Dissector> readers, byte[] request, int at, int octets, int sequence) {
        boolean stream = endpoint.transport() == Transport.TCP;
        return Script.of(endpoint, readers)
                .says(request, answer -> {
                    if (answer.length() < at + octets) {
                        return stream ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
                    }
                    boolean ours = number(answer, at, octets) == sequence && answer.u8(1) != ECHO_REQUEST;
                    return !ours ? MessageGrammar.BROKEN : stream ? PrimeMessage.length(answer) : answer.length();
                })
                .build();
    }

    private static int number(ByteView bytes, int at, int octets) {
        return octets == 2 ? bytes.u16(at) : bytes.u24(at);
    }
}
