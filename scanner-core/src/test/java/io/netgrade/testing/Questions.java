// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Protocol;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What a protocol asks, for tests that answer by themselves. */
public final class Questions {
    private Questions() {}

    /** The conversation of a question of this name. */
    public static Conversation of(Protocol protocol, Transport transport, String question) {
        int port = protocol.usualPorts(transport).stream().findFirst().orElse(9);
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), port, transport);
        Inquiry inquiry = protocol.inquire(endpoint, List.of()).orElseThrow();
        for (Optional<Exchange> next = inquiry.next(); next.isPresent(); next = inquiry.next()) {
            if (next.get().question().equals(question)) {
                return next.get().conversations().get(0);
            }
            inquiry.ended(next.get(), Attempt.Status.ANSWERED, List.of());
        }
        throw new AssertionError(protocol.id() + " does not ask " + question);
    }

    public static Interview overTcp(Protocol protocol, String question) {
        return Interview.overStream(of(protocol, Transport.TCP, question));
    }

    public static Interview overUdp(Protocol protocol, String question) {
        return Interview.overDatagrams(of(protocol, Transport.UDP, question));
    }

    /** Bytes in hexadecimal; blanks between them do not count. */
    public static byte[] hex(String... digits) {
        return HexFormat.of().parseHex(String.join("", digits).replaceAll("\\s", ""));
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
