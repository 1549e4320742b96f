// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.nats;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.LineBuffer;
import org.jspecify.annotations.Nullable;

/** Reads the server's first line and the client's first one, and waits for the server to go on. */
final class NatsDissector implements Dissector {
    private static final int LONGEST_LINE = 8192;
    private static final int TLS_HANDSHAKE = 0x16;

    private final LineBuffer server = new LineBuffer(LONGEST_LINE);
    private final LineBuffer client = new LineBuffer(LONGEST_LINE);
    private boolean told;
    private @Nullable String login;

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        return direction == Direction.FROM_CLIENT ? asked(bytes) : answered(bytes, sink);
    }

    private Progress asked(Inbox bytes) {
        boolean hello = login == null && client.empty() && bytes.unread().u8(0) == TLS_HANDSHAKE;
        if (hello) {
            return Progress.START_TLS;
        }
        while (login == null && bytes.unread().length() > 0) {
            bytes.consume(client.take(bytes.unread(), 0));
            if (client.whole() && client.text().startsWith("CONNECT ")) {
                login = category(client.text());
                client.clear();
            }
        }
        bytes.consumeAll();
        return Progress.CONTINUE;
    }

    private Progress answered(Inbox bytes, ObservationSink sink) {
        while (!told && bytes.unread().length() > 0) {
            bytes.consume(server.take(bytes.unread(), 0));
            if (server.whole()) {
                told = true;
                if (!server.cut()) {
                    info(server.text(), sink);
                }
                server.clear();
            }
        }
        boolean goesOn = told && login != null && bytes.unread().length() > 0;
        bytes.consumeAll();
        if (goesOn) {
            sink.saw(NatsFacts.LOGIN.partial(login));
            return Progress.DONE;
        }
        return Progress.CONTINUE;
    }

    /** What INFO leaves out is false (client protocol, INFO). */
    private static void info(String line, ObservationSink sink) {
        if (!line.startsWith("INFO ") || !line.contains("}")) {
            return;
        }
        boolean tls = flag(line, "tls_required");
        sink.saw(NatsFacts.SERVER.complete(flag(line, "auth_required"), tls, tls || flag(line, "tls_available")));
        String version = text(line, "version");
        if (!version.isEmpty()) {
            String name = "cpe:2.3:a:nats:nats-server:" + version + ":*:*:*:*:*:*:*";
            boolean plain = version.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
            sink.saw(CommonFacts.SOFTWARE.complete("NATS server", version, plain ? name : null), version);
        }
    }

    static boolean offersTls(String line) {
        return flag(line, "tls_required") || flag(line, "tls_available");
    }

    /** Of what class the credentials are; a signature without a key of its own proves nothing and is none. */
    private static String category(String line) {
        if (!text(line, "jwt").isEmpty() || !text(line, "nkey").isEmpty()) {
            return "signature";
        }
        if (!text(line, "pass").isEmpty()) {
            return "plaintext-password";
        }
        return text(line, "auth_token").isEmpty() ? "none" : "token";
    }

    private static boolean flag(String line, String name) {
        int at = line.indexOf('"' + name + "\":");
        return at >= 0 && line.startsWith("true", skip(line, at + name.length() + 3));
    }

    private static String text(String line, String name) {
        int at = line.indexOf('"' + name + "\":");
        int quote = at < 0 ? -1 : skip(line, at + name.length() + 3);
        boolean quoted = quote >= 0 && quote < line.length() && line.charAt(quote) == '"';
        int end = quoted ? line.indexOf('"', quote + 1) : -1;
        return end < 0 ? "" : line.substring(quote + 1, end);
    }

    private static int skip(String line, int at) {
        int here = at;
        while (here < line.length() && line.charAt(here) == ' ') {
            here++;
        }
        return here;
    }
}
