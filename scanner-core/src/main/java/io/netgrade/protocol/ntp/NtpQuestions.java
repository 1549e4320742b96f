// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ntp;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.security.SecureRandom;
import java.util.function.Predicate;

/**
 * One request in each of three modes. That of a client (RFC 5905 §8) is answered in its own 48 octets. That for the system's
 * variables (RFC 9327 §4), 12 octets, has an answer of at most 480 octets of text to a datagram, of which the first is
 * read. That of ntpd's private mode asks for loop information, 8 octets, whose answer of 32 is the smallest that the mode has;
 * the list of clients, by which others are flooded, is not asked for.
 */
final class NtpQuestions {
    private static final int CLIENT_VERSION_4 = 0x23;
    private static final int CONTROL_VERSION_2 = 0x16;
    private static final int PRIVATE_VERSION_2 = 0x17;
    private static final int READ_VARIABLES = 2;
    private static final int XNTPD = 3;
    private static final int LOOP_INFORMATION = 3;
    private static final int ORIGIN_AT = 24;
    private static final int SEQUENCE_AT = 2;

    private NtpQuestions() {}

    /** The time that is told is random: the server only gives it back. */
    static Conversation time(Endpoint endpoint) {
        long nonce = new SecureRandom().nextLong(1, Long.MAX_VALUE);
        byte[] request =
                new ByteWriter().u8(CLIENT_VERSION_4).zeros(39).u64(nonce).written();
        return question(
                endpoint,
                request,
                answer -> NtpPacket.mode(answer) == NtpPacket.SERVER && answer.i64(ORIGIN_AT) == nonce);
    }

    static Conversation variables(Endpoint endpoint) {
        int sequence = new SecureRandom().nextInt(1, 1 << 16);
        byte[] request = new ByteWriter()
                .u8(CONTROL_VERSION_2)
                .u8(READ_VARIABLES)
                .u16(sequence)
                .zeros(8)
                .written();
        return question(
                endpoint,
                request,
                answer -> NtpPacket.mode(answer) == NtpPacket.CONTROL
                        && (answer.u8(1) & 0x80) != 0
                        && answer.u16(SEQUENCE_AT) == sequence);
    }

    static Conversation loop(Endpoint endpoint) {
        byte[] request = new ByteWriter()
                .u8(PRIVATE_VERSION_2)
                .u8(0)
                .u8(XNTPD)
                .u8(LOOP_INFORMATION)
                .u32(0)
                .written();
        return question(
                endpoint,
                request,
                answer -> NtpPacket.mode(answer) == NtpPacket.PRIVATE
                        && (answer.u8(0) & 0x80) != 0
                        && answer.u8(3) == LOOP_INFORMATION);
    }

    private static Conversation question(Endpoint endpoint, byte[] request, Predicate<ByteView> answers) {
        return Script.of(endpoint, opening -> new MessageDissector(Transport.UDP, new NtpReader()))
                .says(
                        request,
                        answer -> NtpPacket.sound(answer) && answers.test(answer)
                                ? answer.length()
                                : MessageGrammar.BROKEN)
                .build();
    }
}
