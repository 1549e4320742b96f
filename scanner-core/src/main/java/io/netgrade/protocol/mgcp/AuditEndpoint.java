// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mgcp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import java.net.Inet6Address;
import java.security.SecureRandom;

/**
 * One AuditEndpoint (RFC 3435 §2.3.10) of an endpoint by the name {@code null}, which gateways take as a sign of life or
 * refuse as unknown. No wildcard is sent: its answer would list every endpoint. The answer is of a line.
 */
final class AuditEndpoint {
    private AuditEndpoint() {}

    static Conversation of(Endpoint endpoint) {
        int transaction = new SecureRandom().nextInt(100_000_000, 1_000_000_000);
        String host = endpoint.address().getHostAddress().replaceAll("%.*", "");
        String literal = endpoint.address() instanceof Inet6Address ? "IPv6:" + host : host;
        String question = "AUEP %d null@[%s] MGCP 1.0\r\n".formatted(transaction, literal);
        return Script.of(endpoint, MgcpProtocol::reader)
                .says(question.getBytes(US_ASCII), answer -> length(answer, Integer.toString(transaction)))
                .build();
    }

    /** A provisional answer (RFC 3435 §2.4) is waited out. */
    private static long length(ByteView answer, String transaction) {
        boolean ours = MgcpGrammar.answer(answer)
                && answer.ascii(4, MgcpGrammar.digits(answer, 4)).equals(transaction);
        boolean provisional = ours && answer.u8(0) == '1';
        return !ours ? MessageGrammar.BROKEN : provisional ? MessageGrammar.UNKNOWN : answer.length();
    }
}
