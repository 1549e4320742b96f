// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.cassandra;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;

/** One connection, up to the end of its log-in. */
final class CassandraSession implements MessageGrammar {
    private static final int MOST_VALUES = 32;

    private boolean started;
    private boolean internode;
    private boolean plain;

    @Override
    public long length(Direction direction, ByteView unread) {
        boolean between = internode || (unread.length() >= 4 && unread.i32(0) == CassandraFrame.INTERNODE);
        if (between) {
            internode = true;
            return direction == Direction.FROM_SERVER || unread.length() >= 8 ? Math.min(unread.length(), 8) : UNKNOWN;
        }
        if (unread.length() < 4 && unread.u8(0) == CassandraFrame.INTERNODE >>> 24) {
            return UNKNOWN;
        }
        return CassandraFrame.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (internode) {
            return internode(direction, message, sink);
        }
        if (CassandraFrame.isAnswer(message) != (direction == Direction.FROM_SERVER)) {
            return Progress.MALFORMED;
        }
        return direction == Direction.FROM_CLIENT ? asked(message, sink) : answered(message, sink);
    }

    /** The other node answers with the version that it speaks. */
    private static Progress internode(Direction direction, ByteView message, ObservationSink sink) {
        if (direction == Direction.FROM_SERVER) {
            return Progress.DONE;
        }
        boolean headed = message.length() >= 8 && message.i32(0) == CassandraFrame.INTERNODE;
        if (headed) {
            sink.saw(CassandraFacts.INTERNODE.partial(message.u8(6)));
        }
        return Progress.CONTINUE;
    }

    private Progress asked(ByteView message, ObservationSink sink) {
        int opcode = CassandraFrame.opcode(message);
        started |= opcode == CassandraFrame.STARTUP;
        if (opcode == CassandraFrame.AUTH_RESPONSE) {
            sink.saw(CassandraFacts.LOGIN_IN_CLEAR.partial(plain ? "plaintext-password" : "other"));
        }
        return Progress.CONTINUE;
    }

    private Progress answered(ByteView message, ObservationSink sink) {
        ByteCursor cursor = new ByteCursor();
        int header = CassandraFrame.header(message);
        cursor.over(message, header, message.length() - header);
        switch (CassandraFrame.opcode(message)) {
            case CassandraFrame.READY -> {
                if (started) {
                    sink.saw(CassandraFacts.AUTHENTICATION.complete(false, null));
                    service(message, null, sink);
                    started = false;
                }
                return Progress.CONTINUE;
            }
            case CassandraFrame.AUTHENTICATE -> authenticator(message, cursor, sink);
            case CassandraFrame.SUPPORTED -> service(message, versions(cursor), sink);
            case CassandraFrame.RESULT -> {
                return Progress.DONE;
            }
            default -> {
                // Nothing that an answer tells.
            }
        }
        return Progress.CONTINUE;
    }

    private void authenticator(ByteView message, ByteCursor cursor, ObservationSink sink) {
        String name = cursor.ascii(cursor.u16());
        String simple = name.substring(name.lastIndexOf('.') + 1);
        plain = simple.equals("PasswordAuthenticator");
        sink.saw(CassandraFacts.AUTHENTICATION.complete(true, simple), name);
        service(message, null, sink);
    }

    private static void service(
            ByteView message, @org.jspecify.annotations.Nullable List<String> versions, ObservationSink sink) {
        sink.saw(CassandraFacts.SERVICE.partial(CassandraFrame.version(message), versions));
    }

    /** Of a map from names to lists of texts, those under CQL_VERSION. */
    private static List<String> versions(ByteCursor cursor) {
        List<String> versions = new ArrayList<>();
        int names = cursor.u16();
        for (int name = 0; name < Math.min(names, MOST_VALUES) && cursor.remaining() > 0; name++) {
            boolean wanted = cursor.ascii(cursor.u16()).equals("CQL_VERSION");
            int values = cursor.u16();
            for (int value = 0; value < Math.min(values, MOST_VALUES) && cursor.remaining() > 0; value++) {
                String text = cursor.ascii(cursor.u16());
                if (wanted && cursor.intact()) {
                    versions.add(text);
                }
            }
        }
        return versions;
    }
}
