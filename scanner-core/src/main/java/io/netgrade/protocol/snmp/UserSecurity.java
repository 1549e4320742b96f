// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import io.netgrade.fact.Fact;
import io.netgrade.wire.Ber;
import io.netgrade.wire.ByteView;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The security parameters of the user-based model, read in place (RFC 3414 §2.4): the authoritative engine's id, boots
 * and time. The user's name and the two digests behind them are not read.
 */
final class UserSecurity {
    private static final int LONGEST_ENGINE_ID = 32;
    private static final int ENTERPRISE_OCTETS = 4;
    private static final long ABSENT = Long.MIN_VALUE;

    private final ByteView view = new ByteView();
    private long engineId = Ber.NONE;
    private long boots;
    private long time;

    void clear() {
        view.clear();
        engineId = Ber.NONE;
    }

    boolean read(ByteView bytes, long parameters) {
        view.wrap(bytes, 0, bytes.length());
        int end = Ber.end(parameters);
        long fields = Ber.span(view, Ber.SEQUENCE, Ber.start(parameters), end);
        engineId = Ber.span(view, Ber.OCTET_STRING, Ber.start(fields), end);
        long bootsSpan = Ber.span(view, Ber.INTEGER, Ber.end(engineId), end);
        long timeSpan = Ber.span(view, Ber.INTEGER, Ber.end(bootsSpan), end);
        long user = Ber.span(view, Ber.OCTET_STRING, Ber.end(timeSpan), end);
        boots = Ber.integer(view, bootsSpan, ABSENT);
        time = Ber.integer(view, timeSpan, ABSENT);
        return user != Ber.NONE && boots != ABSENT && time != ABSENT && Ber.length(engineId) <= LONGEST_ENGINE_ID;
    }

    /** Whether the message names an engine; the first question of a manager does not. */
    boolean namesEngine() {
        return engineId != Ber.NONE && Ber.length(engineId) > 0;
    }

    /** Only where {@link #namesEngine()}. */
    Fact engine(boolean complete) {
        byte[] id = view.bytes(Ber.start(engineId), Ber.length(engineId));
        Object[] values = {HexFormat.of().formatHex(id), enterprise(), boots, time};
        return complete ? SnmpFacts.ENGINE.complete(values) : SnmpFacts.ENGINE.partial(values);
    }

    /** The first four octets without their topmost bit, which only tells the layout of the rest. */
    private @Nullable Long enterprise() {
        boolean named = Ber.length(engineId) > ENTERPRISE_OCTETS;
        return named ? view.u32(Ber.start(engineId)) & 0x7FFF_FFFFL : null;
    }
}
