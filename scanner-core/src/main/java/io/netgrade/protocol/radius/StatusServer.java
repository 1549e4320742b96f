// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.radius;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One Status-Server (RFC 5997), 38 octets, which asks only whether the server lives; the answer is about as long. It must bear
 * a Message-Authenticator (§3): inside TLS the secret is the one that RFC 6614 §2.3 fixes; elsewhere the secret of a client is
 * not known, so a random one is used, and a server that checks the code as it must stays silent. Silence therefore says
 * nothing of the server, and the service remains unknown there.
 */
final class StatusServer {
    private static final String OVER_TLS = "radsec";
    private static final int AUTHENTICATOR = 16;
    private static final int CODE_AT = RadiusPacket.HEADER + 2;
    private static final int OCTETS = CODE_AT + AUTHENTICATOR;

    private StatusServer() {}

    static Conversation of(Endpoint endpoint, List<String> layers) {
        boolean tls = layers.contains("tls");
        byte[] packet = packet(tls ? OVER_TLS.getBytes(US_ASCII) : random());
        int identifier = packet[1] & 0xFF;
        boolean stream = endpoint.transport() == Transport.TCP;
        return Script.of(endpoint, RadiusProtocol::reader)
                .says(packet, answer -> answer(answer, identifier, stream))
                .build();
    }

    private static long answer(ByteView answer, int identifier, boolean stream) {
        if (answer.length() < 2) {
            return stream ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
        }
        boolean ours = answer.u8(1) == identifier && !RadiusPacket.request(answer.u8(0));
        long length = ours ? RadiusPacket.length(answer) : MessageGrammar.BROKEN;
        return stream || length == answer.length() ? length : MessageGrammar.BROKEN;
    }

    /** The authenticator of the request is random (RFC 5997 §4.1), and the code is over the packet with zeros in its place. */
    private static byte[] packet(byte[] secret) {
        byte[] packet = new ByteWriter()
                .u8(RadiusPacket.STATUS_SERVER)
                .u8(new SecureRandom().nextInt(256))
                .u16(OCTETS)
                .bytes(random())
                .u8(RadiusPacket.MESSAGE_AUTHENTICATOR)
                .u8(2 + AUTHENTICATOR)
                .zeros(AUTHENTICATOR)
                .written();
        System.arraycopy(code(secret, packet), 0, packet, CODE_AT, AUTHENTICATOR);
        return packet;
    }

    private static byte[] code(byte[] secret, byte[] packet) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(secret, "HmacMD5"));
            return mac.doFinal(packet);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-MD5", e);
        }
    }

    private static byte[] random() {
        byte[] octets = new byte[AUTHENTICATOR];
        new SecureRandom().nextBytes(octets);
        return octets;
    }
}
