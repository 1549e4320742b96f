// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.amqp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SoftwareNames.Product;
import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.Collections;
import java.util.List;
import java.util.StringTokenizer;

/** Reads the start of a connection, up to where the broker has taken or refused the login. */
final class AmqpReader implements MessageGrammar {
    private static final int ARGUMENTS = 11;
    private static final int TLS = 2;

    private final AmqpSasl sasl = new AmqpSasl();
    private boolean tlsAsked;

    @Override
    public long length(Direction direction, ByteView unread) {
        return AmqpFrame.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (AmqpFrame.isHeader(message)) {
            return header(direction, message);
        }
        if (message.length() < ARGUMENTS) {
            return Progress.CONTINUE;
        }
        if (AmqpFrame.modern(message)) {
            return sasl.read(direction, message, sink);
        }
        return direction == Direction.FROM_CLIENT ? asked(message) : answered(message, sink);
    }

    /** TLS begins behind two headers that both ask for it (1.0 §5.2). */
    private Progress header(Direction direction, ByteView message) {
        boolean tls = AmqpFrame.isModern(message) && message.u8(4) == TLS;
        if (direction == Direction.FROM_CLIENT) {
            tlsAsked = tls;
            return Progress.CONTINUE;
        }
        return tls && tlsAsked ? Progress.START_TLS : Progress.CONTINUE;
    }

    /** start-ok: properties, mechanism, response. */
    private Progress asked(ByteView message) {
        if (AmqpFrame.method(message, AmqpFrame.CONNECTION, AmqpFrame.START_ACCEPTED)) {
            ByteCursor fields = new ByteCursor().over(message, ARGUMENTS, message.length() - ARGUMENTS);
            fields.skip(fields.u32());
            String mechanism = fields.ascii(fields.u8());
            byte[] response = fields.bytes(fields.u32());
            if (!mechanism.isEmpty()) {
                sasl.take(mechanism, response);
            }
        }
        return Progress.CONTINUE;
    }

    private Progress answered(ByteView message, ObservationSink sink) {
        if (AmqpFrame.method(message, AmqpFrame.CONNECTION, AmqpFrame.START)) {
            start(message, sink);
        } else if (AmqpFrame.method(message, AmqpFrame.CONNECTION, AmqpFrame.TUNE)) {
            sasl.concluded(true, sink);
            return Progress.DONE;
        } else if (AmqpFrame.method(message, AmqpFrame.CONNECTION, AmqpFrame.CLOSE)) {
            sasl.concluded(false, sink);
            return Progress.DONE;
        }
        return Progress.CONTINUE;
    }

    /** start: version, server properties, mechanisms, locales (AMQP 0-9-1 §1.4.2.1). */
    private static void start(ByteView message, ObservationSink sink) {
        ByteCursor fields = new ByteCursor().over(message, ARGUMENTS, message.length() - ARGUMENTS);
        fields.skip(2);
        ByteCursor properties = fields.sub(fields.u32());
        String mechanisms = fields.ascii(fields.u32());
        if (!fields.intact()) {
            return;
        }
        List<String> names = Collections.list(new StringTokenizer(mechanisms, " ")).stream()
                .map(String::valueOf)
                .toList();
        sink.saw(AmqpFacts.MECHANISMS.complete(names, "0-9"), mechanisms);
        software(properties, sink);
    }

    /** A field table: short name, type, value. Long strings tell the product; where a table begins, it is passed over. */
    private static void software(ByteCursor table, ObservationSink sink) {
        String product = "";
        String version = "";
        while (table.remaining() > 0) {
            String name = table.ascii(table.u8());
            int type = table.u8();
            switch (type) {
                case 'S' -> {
                    String value = table.ascii(table.u32());
                    product = name.equals("product") ? value : product;
                    version = name.equals("version") ? value : version;
                }
                case 'F', 'A', 'x' -> table.skip(table.u32());
                case 't', 'b', 'B' -> table.skip(1);
                case 's', 'u', 'U' -> table.skip(2);
                case 'I', 'i', 'f' -> table.skip(4);
                case 'l', 'L', 'd', 'T' -> table.skip(8);
                case 'V' -> table.skip(0);
                default -> table.skip(Integer.MAX_VALUE);
            }
        }
        if (!product.isEmpty()) {
            sink.saw(Product.unlisted(product).disclosed(version, false), product);
        }
    }
}
