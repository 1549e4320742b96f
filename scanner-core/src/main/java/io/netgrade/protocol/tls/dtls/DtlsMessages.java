// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.dtls;

import io.netgrade.protocol.tls.TlsMessage;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts the handshake messages of one direction together, however their fragments are cut, mixed, repeated or late, and
 * gives them in order. Holds a few messages at most.
 */
final class DtlsMessages {
    private static final int MOST_HELD = 8;
    private static final int MOST_BYTES = 1 << 17;

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int HELLO_VERIFY_REQUEST = 3;

    private final TreeMap<Integer, Partial> held = new TreeMap<>();
    private int bytesHeld;
    private int next;

    /** Takes a fragment; what is whole now is given, and what waited for it. */
    List<TlsMessage> add(DtlsFragment fragment, ByteView datagram) {
        if (fragment.number() < next || fragment.length() > DtlsFragment.MAX_LENGTH || !makeRoom(fragment)) {
            return List.of();
        }
        Partial partial = held.computeIfAbsent(fragment.number(), number -> new Partial(fragment));
        partial.add(fragment, datagram);
        if (partial.isWhole() && partial.isHello()) {
            // A hello is never behind anything that matters; where the capture begins late, it begins here.
            next = Math.max(next, fragment.number());
        }
        return inOrder();
    }

    /** Everything that is whole, as nothing more comes in clear. */
    List<TlsMessage> rest() {
        List<TlsMessage> all = new ArrayList<>();
        held.forEach((number, partial) -> {
            if (number >= next && partial.isWhole()) {
                all.add(partial.message());
            }
        });
        held.clear();
        return all;
    }

    private List<TlsMessage> inOrder() {
        List<TlsMessage> ready = new ArrayList<>(1);
        Partial first = held.get(next);
        while (first != null && first.isWhole()) {
            held.remove(next);
            bytesHeld -= first.body.length;
            ready.add(first.message());
            next++;
            first = held.get(next);
        }
        return ready;
    }

    private boolean makeRoom(DtlsFragment fragment) {
        if (held.containsKey(fragment.number())) {
            return true;
        }
        boolean room = held.size() < MOST_HELD && bytesHeld + fragment.length() <= MOST_BYTES;
        bytesHeld += room ? fragment.length() : 0;
        return room;
    }

    /** A message of which some bytes are there. */
    private static final class Partial {
        private final int type;
        private final byte[] body;
        private final BitSet there = new BitSet();

        Partial(DtlsFragment first) {
            type = first.type();
            body = new byte[first.length()];
        }

        void add(DtlsFragment fragment, ByteView datagram) {
            if (fragment.type() == type && fragment.length() == body.length) {
                datagram.copyTo(body, fragment.offset(), fragment.from(), fragment.count());
                there.set(fragment.offset(), fragment.offset() + fragment.count());
            }
        }

        boolean isHello() {
            return type == CLIENT_HELLO || type == SERVER_HELLO || type == HELLO_VERIFY_REQUEST;
        }

        boolean isWhole() {
            return there.cardinality() == body.length;
        }

        TlsMessage message() {
            return TlsMessage.handshake(type, body);
        }
    }
}
