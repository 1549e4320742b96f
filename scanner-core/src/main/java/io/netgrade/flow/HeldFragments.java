// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.wire.ByteView;

/**
 * Fragments of one direction's SCTP user messages (RFC 9260 section 6.9) that wait for the rest of their messages, copied,
 * few and bounded, in whatever order they come. Those of one message have one key and follow each other in their order.
 */
final class HeldFragments {
    /** A fragment that is so many chunks behind the newest waits in vain. */
    private static final int LONGEST_WAIT = 1024;

    private final int mostBytes;
    private final FragmentStore store;
    private final Unread joined;
    private final ByteView part = new ByteView();
    private int first;
    private int last;
    private int lost;
    private int reported;

    HeldFragments(BufferPool pool, int mostBytes) {
        this.mostBytes = mostBytes;
        this.store = new FragmentStore(pool);
        this.joined = new Unread(pool);
    }

    /**
     * Keeps a copy.
     *
     * @param sequence the chunk's own (TSN)
     * @param key what the fragments of a message have in common, and no others that follow theirs
     * @param order one more than that of the fragment before
     * @param payloadProtocol what the message is, told by the fragment that begins it
     * @return whether a message is whole with it: {@link #show} has it until {@link #take}
     */
    boolean hold(int sequence, long key, int order, int flags, long payloadProtocol, ByteView payload) {
        while (store.count() > 0 && sequence - store.sequence(0) > LONGEST_WAIT) {
            giveUp();
        }
        while (store.count() == FragmentStore.MOST
                || (store.count() > 0 && store.held() + payload.length() > mostBytes)) {
            giveUp();
        }
        boolean added =
                payload.length() <= mostBytes && store.add(sequence, key, order, flags, payloadProtocol, payload);
        lost += added ? 0 : 1;
        return added && store.hasEnd() && isWhole(store.count() - 1);
    }

    /** Whether no fragment is missing from the message that has this one; remembers where it begins and ends. */
    private boolean isWhole(int index) {
        int begin = index;
        while (begin != FragmentStore.NONE && !store.begins(begin)) {
            begin = store.before(begin);
        }
        int stop = index;
        while (begin != FragmentStore.NONE && stop != FragmentStore.NONE && !store.ends(stop)) {
            stop = store.behind(stop);
            stop = stop != FragmentStore.NONE && store.begins(stop) ? FragmentStore.NONE : stop;
        }
        if (begin == FragmentStore.NONE || stop == FragmentStore.NONE) {
            return false;
        }
        first = begin;
        last = stop;
        return isInOrder() || join();
    }

    /** Whether the fragments came in their order, with none of another message between. */
    private boolean isInOrder() {
        int index = first;
        while (index != last && store.adjoins(index + 1, index)) {
            index++;
        }
        return index == last;
    }

    private boolean join() {
        int index = first;
        while (append(index) && index != last) {
            index = store.behind(index);
        }
        boolean all = !joined.isEmpty();
        if (!all) {
            lost++;
            take();
        }
        return all;
    }

    /** Appends one to the message; where the pool has no room for it, there is no message. */
    private boolean append(int index) {
        boolean appended = joined.append(store.show(index, index, part));
        if (!appended) {
            joined.clear();
        }
        return appended;
    }

    /** Points a view at the whole message. */
    void show(ByteView view) {
        if (joined.isEmpty()) {
            store.show(first, last, view);
        } else {
            joined.show(view);
        }
    }

    /** What the whole message is, as the fragment told that begins it. */
    long payloadProtocol() {
        return store.payloadProtocol(first);
    }

    /** Forgets the whole message. */
    void take() {
        joined.clear();
        store.remove(store.key(first), store.order(first), store.order(last));
    }

    /** Forgets the fragment that came first, and those that follow it or that it follows. */
    private void giveUp() {
        int from = 0;
        for (int index = 0; index != FragmentStore.NONE; index = store.before(index)) {
            from = index;
        }
        int to = 0;
        for (int index = 0; index != FragmentStore.NONE; index = store.behind(index)) {
            to = index;
        }
        store.remove(store.key(0), store.order(from), store.order(to));
        lost += reported == 0 ? 1 : 0;
        reported -= reported == 0 ? 0 : 1;
    }

    /** Messages that were given up since the last call. */
    int takeLost() {
        int given = lost;
        lost = 0;
        return given;
    }

    /** Messages that wait in vain if nothing more comes, as far as no call before has told them. */
    int takeWaiting() {
        int waiting = 0;
        for (int index = 0; index < store.count(); index++) {
            boolean open = !store.ends(index) && store.behind(index) == FragmentStore.NONE;
            waiting += open || lacksAllBefore(index) ? 1 : 0;
        }
        int fresh = Math.max(0, waiting - reported);
        reported = Math.max(reported, waiting);
        return fresh;
    }

    /** Whether a fragment begins nothing, and none before it with its key is there. */
    private boolean lacksAllBefore(int index) {
        boolean alone = !store.begins(index);
        for (int i = 0; alone && i < store.count(); i++) {
            alone = store.key(i) != store.key(index) || store.order(i) - store.order(index) >= 0;
        }
        return alone;
    }

    void clear() {
        joined.clear();
        store.clear();
        lost = 0;
        reported = 0;
    }
}
