// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes that arrive in pieces, and what was stated while they did. */
final class Fed implements Inbox {
    private byte[] unread = new byte[0];

    /** Facts in the order of stating. */
    static final class Facts implements ObservationSink {
        final List<Fact> all = new ArrayList<>();

        @Override
        public void saw(Fact fact, String excerpt) {
            all.add(fact);
        }

        List<Fact> of(io.netgrade.fact.FactType type) {
            return all.stream().filter(fact -> fact.is(type)).toList();
        }
    }

    static Fed of(byte[] bytes) {
        Fed fed = new Fed();
        fed.add(bytes);
        return fed;
    }

    void add(byte[] more) {
        int before = unread.length;
        unread = Arrays.copyOf(unread, before + more.length);
        System.arraycopy(more, 0, unread, before, more.length);
    }

    @Override
    public ByteView unread() {
        return ByteView.of(unread);
    }

    @Override
    public void consume(int count) {
        unread = Arrays.copyOfRange(unread, count, unread.length);
    }

    /** Gives a dissector all of one direction in pieces of a size. */
    static Progress dissect(Dissector dissector, Direction direction, byte[] bytes, int piece, ObservationSink sink) {
        Fed inbox = new Fed();
        Progress progress = Progress.CONTINUE;
        for (int at = 0; at < bytes.length && progress == Progress.CONTINUE; at += piece) {
            inbox.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece)));
            progress = dissector.dissect(direction, inbox, sink);
        }
        return progress;
    }
}
