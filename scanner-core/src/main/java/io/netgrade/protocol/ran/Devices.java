// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.LinkedHashMap;
import java.util.Map;

/** The newest devices of an association, by the identifier that the radio side gave them. */
final class Devices {
    private static final int MOST = 512;

    private final Map<Long, Device> newest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Device> eldest) {
            return size() > MOST;
        }
    };

    /**
     * The device of a message.
     *
     * @param identifier the element that names it; one without any is forgotten at once
     * @param first whether this message begins its connection: what an earlier one had the identifier for is forgotten
     */
    Device of(ByteView bytes, long identifier, boolean first) {
        if (identifier == Aper.NONE) {
            return new Device();
        }
        long key = Said.hash(1, bytes, Aper.from(identifier), Aper.length(identifier));
        if (first) {
            newest.remove(key);
        }
        return newest.computeIfAbsent(key, unknown -> new Device());
    }

    /** What was seen of one device. */
    static final class Device {
        /** How it registered: {@code normal} or {@code emergency}; empty where its request was not seen. */
        String registration = "";
        /** The security capabilities that it sent; empty where they were not seen. */
        byte[] capabilities = {};
        /** Whether the null algorithm was chosen for ciphering, so that what says it is ciphered can be read. */
        boolean readable;
    }
}
