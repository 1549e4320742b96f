// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Asks which authentication methods can continue, by the one request of method {@code none} that RFC 4252 5.2 has for it.
 * No other request is ever made.
 */
final class SshAuthentication {
    private static final String USER = "netgrade";
    private static final String SERVICE = "ssh-connection";

    /** Characters of the banner (RFC 4252 5.4) that are kept as evidence. */
    private static final int MOST_BANNER = 80;

    private final Consumer<byte[]> server;
    private String banner = "";

    /** @param server takes payloads that it encrypts and sends */
    SshAuthentication(Consumer<byte[]> server) {
        this.server = server;
    }

    void begin() {
        server.accept(
                SshMessage.of(SshMessage.SERVICE_REQUEST).string("ssh-userauth").bytes());
    }

    /** DONE once the server has answered the request. */
    Progress received(byte[] message, ObservationSink sink) {
        return switch (message[0]) {
            case SshMessage.SERVICE_ACCEPT -> request();
            case SshMessage.USERAUTH_BANNER -> banner(message);
            case SshMessage.USERAUTH_FAILURE -> failure(message, sink);
            case SshMessage.USERAUTH_SUCCESS -> {
                sink.saw(SshFacts.AUTHENTICATION_METHODS.complete(List.of("none"), true), shown());
                banner(sink);
                yield Progress.DONE;
            }
            default -> Progress.CONTINUE;
        };
    }

    private Progress request() {
        server.accept(SshMessage.of(SshMessage.USERAUTH_REQUEST)
                .string(USER)
                .string(SERVICE)
                .string("none")
                .bytes());
        return Progress.CONTINUE;
    }

    private Progress banner(byte[] message) {
        ByteCursor cursor = ByteCursor.of(ByteView.of(message));
        cursor.u8();
        String text = new String(SshMessage.string(cursor), StandardCharsets.UTF_8).strip();
        banner = text.substring(0, Math.min(text.length(), MOST_BANNER));
        return Progress.CONTINUE;
    }

    private String shown() {
        return banner.isEmpty() ? "" : "banner: " + banner;
    }

    /** A server sends it before it answers the first request (RFC 4252 5.4), so that none came shows that there is none. */
    private void banner(ObservationSink sink) {
        sink.saw(SshFacts.BANNER.complete(!banner.isEmpty(), banner.isEmpty() ? null : banner));
    }

    private Progress failure(byte[] message, ObservationSink sink) {
        ByteCursor cursor = ByteCursor.of(ByteView.of(message));
        cursor.u8();
        List<String> methods = SshKexInit.names(cursor.ascii(cursor.u32()));
        if (!cursor.intact() || methods.size() > SshKexInit.MOST_NAMES) {
            return Progress.MALFORMED;
        }
        sink.saw(SshFacts.AUTHENTICATION_METHODS.complete(methods, false), shown());
        banner(sink);
        return Progress.DONE;
    }
}
