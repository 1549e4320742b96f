// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mysql;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SoftwarePatterns;
import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** One connection, up to TLS or to the end of its log-in. */
final class MysqlSession implements MessageGrammar {
    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.read(MysqlSession.class, "software.tsv");
    private static final int LONGEST_TEXT = 80;
    private static final int SWITCH = 0xFE;
    private static final int MORE = 0x01;
    /** Of caching_sha2_password: the answer to the challenge was not enough, and the password itself is asked for. */
    private static final int FULL_AUTHENTICATION = 4;

    private boolean greeted;
    private String loginClass = "";

    @Override
    public long length(Direction direction, ByteView unread) {
        if (unread.length() < MysqlPacket.HEADER) {
            return UNKNOWN;
        }
        int length = MysqlPacket.length(unread);
        return length == 0 && direction == Direction.FROM_SERVER ? BROKEN : length + MysqlPacket.HEADER;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        ByteCursor cursor = new ByteCursor();
        cursor.over(message, MysqlPacket.HEADER, message.length() - MysqlPacket.HEADER);
        if (direction == Direction.FROM_CLIENT) {
            return said(cursor);
        }
        return greeted || !loginClass.isEmpty() ? answered(cursor, sink) : greeting(message, cursor, sink);
    }

    private Progress said(ByteCursor cursor) {
        if (!loginClass.isEmpty()) {
            return Progress.CONTINUE;
        }
        long capabilities = cursor.u16le();
        boolean recent = (capabilities & MysqlPacket.PROTOCOL_41) != 0;
        // Before 4.1 there are but two octets of capabilities and three of the longest packet.
        cursor.skip(recent ? MysqlPacket.LOGIN_HEAD - 2 : 3);
        if (!cursor.intact()) {
            return Progress.MALFORMED;
        }
        if (cursor.remaining() == 0 && (capabilities & MysqlPacket.TLS) != 0) {
            return Progress.START_TLS;
        }
        while (cursor.remaining() > 0 && cursor.u8() != 0) {
            // The user's name is passed over.
        }
        int proof = recent && (capabilities & MysqlPacket.SECURE) != 0 ? cursor.u8() : cursor.remaining();
        loginClass = proof == 0 ? "no-password" : "challenge-response";
        return cursor.intact() ? Progress.CONTINUE : Progress.MALFORMED;
    }

    private Progress greeting(ByteView message, ByteCursor cursor, ObservationSink sink) {
        int protocol = cursor.u8();
        if (protocol == MysqlPacket.ERROR) {
            return Progress.DONE;
        }
        String version = text(message, MysqlPacket.HEADER + 1);
        cursor.skip(version.length() + 1L + 4 + 8 + 1);
        long capabilities = cursor.u16le();
        cursor.skip(3);
        capabilities |= (long) cursor.u16le() << 16;
        int challenge = cursor.u8();
        if (!cursor.intact() || protocol != MysqlPacket.PROTOCOL_10) {
            return Progress.MALFORMED;
        }
        greeted = true;
        @Nullable String plugin = null;
        if ((capabilities & MysqlPacket.PLUGIN) != 0) {
            cursor.skip(10L + Math.max(13, challenge - 8));
            plugin = cursor.intact() ? text(message, MysqlPacket.HEADER + cursor.position()) : null;
        }
        sink.saw(MysqlFacts.SERVICE.complete((capabilities & MysqlPacket.TLS) != 0, plugin), version);
        SOFTWARE.find(version, false).ifPresent(sink::saw);
        return Progress.CONTINUE;
    }

    private Progress answered(ByteCursor cursor, ObservationSink sink) {
        int first = cursor.u8();
        if (loginClass.isEmpty()) {
            return first == MysqlPacket.ERROR ? Progress.DONE : Progress.MALFORMED;
        }
        switch (first) {
            case SWITCH -> {
                String plugin = cursor.ascii(Math.min(cursor.remaining(), LONGEST_TEXT));
                loginClass = plugin.startsWith("mysql_clear_password\0") ? "plaintext-password" : "challenge-response";
                return Progress.CONTINUE;
            }
            case MORE -> {
                loginClass = cursor.u8() == FULL_AUTHENTICATION ? "challenge-response" : loginClass;
                return Progress.CONTINUE;
            }
            case 0, MysqlPacket.ERROR -> {
                sink.saw(MysqlFacts.LOGIN_IN_CLEAR.partial(loginClass, first == 0));
                return Progress.DONE;
            }
            default -> {
                return Progress.MALFORMED;
            }
        }
    }

    private static String text(ByteView message, int from) {
        int end = message.indexOf(0, from, from + LONGEST_TEXT);
        int until = end < 0 ? Math.min(message.length(), from + LONGEST_TEXT) : end;
        return from < until ? message.ascii(from, until - from) : "";
    }
}
