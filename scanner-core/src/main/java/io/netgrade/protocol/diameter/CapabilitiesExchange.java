// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.diameter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.security.SecureRandom;

/**
 * Capabilities-Exchange-Request (RFC 6733 §5.3.1) of a relay by a name that can be nobody's, and Disconnect-Peer-Request
 * (§5.4.1) with the cause that has the other side not connect by itself. No in-band security is offered, as TLS on a port of
 * its own is asked for by TLS. An answer is of some hundred octets.
 */
final class CapabilitiesExchange {
    private static final String HOST = "netgrade.invalid";
    private static final String REALM = "invalid";
    private static final String PRODUCT = "netgrade";
    private static final int REQUEST = 0x80;
    private static final int MANDATORY = 0x40;
    private static final int COMMAND = 257;
    private static final int HOST_IP_ADDRESS = 257;
    private static final int AUTH_APPLICATION = 258;
    private static final int ORIGIN_HOST = 264;
    private static final int VENDOR = 266;
    private static final int PRODUCT_NAME = 269;
    private static final int DISCONNECT_CAUSE = 273;
    private static final int ORIGIN_REALM = 296;
    private static final int DO_NOT_WANT_TO_TALK_TO_YOU = 2;
    /** SCTP's payload protocol of messages that no DTLS protects (§11.4). */
    private static final long IN_CLEAR = 46;

    private static final int RELAY = 0xFFFF_FFFF;
    /** Family 1 and no address in particular, as the own one is not known. */
    private static final byte[] ANY_ADDRESS = {0, 1, 0, 0, 0, 0};

    private CapabilitiesExchange() {}

    static Conversation with(Endpoint endpoint) {
        int first = new SecureRandom().nextInt(1, 1 << 30);
        return Script.of(endpoint, DiameterProtocol::reader)
                .says(capabilities(first), CapabilitiesExchange::answer)
                .says(disconnect(first + 1), DiameterHeader::length)
                .payloadProtocol(IN_CLEAR)
                .build();
    }

    /** What repeats the question, as a service that echoes does, is no answer. */
    private static long answer(ByteView unread) {
        boolean request = unread.length() > 4 && (unread.u8(4) & REQUEST) != 0;
        return request ? MessageGrammar.BROKEN : DiameterHeader.length(unread);
    }

    private static byte[] capabilities(int number) {
        ByteWriter avps = origin();
        avp(avps, HOST_IP_ADDRESS, MANDATORY, ANY_ADDRESS);
        avp(avps, VENDOR, MANDATORY, number(0));
        avp(avps, PRODUCT_NAME, 0, PRODUCT.getBytes(US_ASCII));
        avp(avps, AUTH_APPLICATION, MANDATORY, number(RELAY));
        return message(COMMAND, number, avps);
    }

    private static byte[] disconnect(int number) {
        ByteWriter avps = origin();
        avp(avps, DISCONNECT_CAUSE, MANDATORY, number(DO_NOT_WANT_TO_TALK_TO_YOU));
        return message(DiameterHeader.DISCONNECT_PEER, number, avps);
    }

    private static ByteWriter origin() {
        ByteWriter avps = new ByteWriter();
        avp(avps, ORIGIN_HOST, MANDATORY, HOST.getBytes(US_ASCII));
        avp(avps, ORIGIN_REALM, MANDATORY, REALM.getBytes(US_ASCII));
        return avps;
    }

    /** Of application 0, which is the base protocol's; both identifiers are the same number. */
    private static byte[] message(int command, int number, ByteWriter avps) {
        return new ByteWriter()
                .u8(1)
                .u24(DiameterHeader.OCTETS + avps.length())
                .u8(REQUEST)
                .u24(command)
                .u32(0)
                .u32(number)
                .u32(number)
                .bytes(avps.written())
                .written();
    }

    private static void avp(ByteWriter avps, int code, int flags, byte[] data) {
        avps.u32(code).u8(flags).u24(8 + data.length).bytes(data).zeros(-data.length & 3);
    }

    private static byte[] number(int value) {
        return new ByteWriter().u32(value).written();
    }
}
