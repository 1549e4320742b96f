// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.Fact;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the chains that were read last say: servers send the same one to every client, and reading one, signatures and
 * all, costs a thousand times more than finding it here. Shared by all threads.
 */
final class TlsChainsSeen {
    private static final int MOST = 512;
    /** A longer chain is read each time, so that all of them together take a few megabytes at most. */
    private static final int LONGEST = 16 * 1024;

    private static final Map<Key, List<Fact>> SEEN = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Fact>> eldest) {
            return size() > MOST;
        }
    };

    private record Key(TlsVocabulary words, List<ByteBuffer> chain) {}

    private TlsChainsSeen() {}

    /** The facts of a chain: those remembered, or else those that are read now. */
    static List<Fact> facts(TlsVocabulary words, List<byte[]> chain, Supplier<List<Fact>> reading) {
        if (chain.stream().mapToInt(one -> one.length).sum() > LONGEST) {
            return reading.get();
        }
        Key key = new Key(words, chain.stream().map(ByteBuffer::wrap).toList());
        List<Fact> known = known(key);
        return known != null ? known : remembered(key, List.copyOf(reading.get()));
    }

    private static @Nullable List<Fact> known(Key key) {
        synchronized (SEEN) {
            return SEEN.get(key);
        }
    }

    private static List<Fact> remembered(Key key, List<Fact> facts) {
        synchronized (SEEN) {
            SEEN.put(key, facts);
        }
        return facts;
    }
}
