// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mssql;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.CarriedTls;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SoftwareNames;
import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** One connection, up to the answer to its log-in or to TLS. */
final class MssqlSession implements MessageGrammar {
    private static final SoftwareNames.Product PRODUCT =
            new SoftwareNames.Product("", "Microsoft SQL Server", "a:microsoft:sql_server");
    private static final int INTEGRATED = 0x80;
    private static final int TLS_HANDSHAKE = 0x16;
    private static final int LOGIN_ACKNOWLEDGED = 0xAD;
    private static final int ENVIRONMENT = 0xE3;
    private static final int NOTICE = 0xAB;

    private final CarriedTls tls;
    private @Nullable String client;
    private boolean tlsSeen;
    private boolean tlsNext;
    private boolean preloginSeen;
    private String loginClass = "";

    MssqlSession(CarriedTls tls) {
        this.tls = tls;
    }

    /** Packets that hold TLS are read whole. */
    @Override
    public int octetsRead() {
        return tlsNext ? TdsPacket.LONGEST : MessageDissector.OCTETS_READ;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        if (unread.length() < TdsPacket.HEADER) {
            return UNKNOWN;
        }
        int length = unread.u16(2);
        tlsNext = unread.u8(0) == TdsPacket.PRELOGIN;
        return length < TdsPacket.HEADER ? BROKEN : length;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int type = message.u8(0);
        if (type == TdsPacket.PRELOGIN && (tlsSeen || isTls(message))) {
            return tls(direction, message, sink);
        }
        if (tlsSeen) {
            // Behind the handshake, records go as they are.
            return Progress.DONE;
        }
        if (direction == Direction.FROM_SERVER) {
            return type == TdsPacket.RESPONSE ? answered(message, sink) : Progress.MALFORMED;
        }
        return switch (type) {
            case TdsPacket.PRELOGIN -> prelogin(message);
            case TdsPacket.LOGIN -> login(message, sink);
            // A request of a connection under way: its answer confirms what is spoken.
            default -> Progress.CONTINUE;
        };
    }

    private static boolean isTls(ByteView message) {
        return message.length() > TdsPacket.HEADER && message.u8(TdsPacket.HEADER) == TLS_HANDSHAKE;
    }

    /** The handshake comes inside packets of this type, which may cut its records anywhere (MS-TDS 2.2.6.5). */
    private Progress tls(Direction direction, ByteView message, ObservationSink sink) {
        tlsSeen = true;
        tls.take(direction, message, TdsPacket.HEADER, message.length() - TdsPacket.HEADER, sink);
        return tls.isOver() ? Progress.DONE : Progress.CONTINUE;
    }

    private Progress prelogin(ByteView message) {
        int at = TdsPacket.option(message, TdsPacket.ENCRYPTION);
        client = at < 0 ? null : word(message.u8(at));
        return Progress.CONTINUE;
    }

    private Progress login(ByteView message, ObservationSink sink) {
        if (message.length() < TdsPacket.LOGIN_TOKEN + 2) {
            return Progress.MALFORMED;
        }
        boolean integrated =
                (message.u8(TdsPacket.LOGIN_FLAGS) & INTEGRATED) != 0 || message.u16le(TdsPacket.LOGIN_TOKEN) > 0;
        boolean empty = message.u16le(TdsPacket.LOGIN_PASSWORD) == 0;
        loginClass = integrated ? "integrated" : empty ? "no-password" : "plaintext-password";
        sink.saw(MssqlFacts.LOGIN_IN_CLEAR.partial(loginClass));
        return Progress.CONTINUE;
    }

    private Progress answered(ByteView message, ObservationSink sink) {
        int version = TdsPacket.option(message, TdsPacket.VERSION);
        if (preloginSeen || message.u8(TdsPacket.HEADER - 1) != 0 || version < 0) {
            return tokens(message, sink);
        }
        preloginSeen = true;
        int encryption = TdsPacket.option(message, TdsPacket.ENCRYPTION);
        if (encryption >= 0) {
            String server = word(message.u8(encryption));
            // What it says is an answer to what the client said.
            sink.saw(
                    client == null
                            ? MssqlFacts.ENCRYPTION.partial(server, null)
                            : MssqlFacts.ENCRYPTION.complete(server, client));
        }
        if (version + 4 <= message.length()) {
            state(message.u8(version), message.u8(version + 1), message.u16(version + 2), sink);
        }
        return Progress.CONTINUE;
    }

    /** Of the answer to a log-in, in clear: notices, then who answers. */
    private Progress tokens(ByteView message, ObservationSink sink) {
        if (!loginClass.isEmpty()) {
            // Told again, now that the server has confirmed what is spoken.
            sink.saw(MssqlFacts.LOGIN_IN_CLEAR.partial(loginClass));
        }
        ByteCursor cursor = new ByteCursor();
        cursor.over(message, TdsPacket.HEADER, message.length() - TdsPacket.HEADER);
        int token = cursor.u8();
        while (cursor.remaining() > 0 && (token == ENVIRONMENT || token == NOTICE)) {
            cursor.skip(cursor.u16le());
            token = cursor.u8();
        }
        if (token == LOGIN_ACKNOWLEDGED) {
            cursor.skip(2 + 1 + 4);
            cursor.skip(2L * cursor.u8());
            int major = cursor.u8();
            int minor = cursor.u8();
            int build = cursor.u16();
            if (cursor.intact()) {
                state(major, minor, build, sink);
            }
        }
        return Progress.DONE;
    }

    private static void state(int major, int minor, int build, ObservationSink sink) {
        sink.saw(PRODUCT.disclosed(major + "." + minor + "." + build, false));
    }

    private static String word(int encryption) {
        return switch (encryption & 0x0F) {
            case 0 -> "off";
            case 1 -> "on";
            case 2 -> "not-supported";
            case 3 -> "required";
            default -> "unknown";
        };
    }
}
