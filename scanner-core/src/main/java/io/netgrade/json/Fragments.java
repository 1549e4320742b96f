// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.json;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What one document says again and again, put into JSON once. Bounded: what comes when enough is kept is put into JSON each
 * time.
 *
 * @param <T> what is said; compares by value
 */
public final class Fragments<T> {
    private static final int MOST = 1 << 13;
    private static final long MOST_BYTES = 8 << 20;

    private final JsonWriter json;
    private final BiConsumer<JsonWriter, T> writing;
    private final Map<T, JsonWriter.Fragment> kept = new HashMap<>();
    private long bytes;

    /** @param writing writes one or more members, always at the same depth of the document */
    public Fragments(JsonWriter json, BiConsumer<JsonWriter, T> writing) {
        this.json = json;
        this.writing = writing;
    }

    /** Writes it here. */
    public void write(T said) {
        JsonWriter.Fragment fragment = kept.get(said);
        if (fragment == null) {
            fragment = json.fragment(aside -> writing.accept(aside, said));
            if (kept.size() < MOST && bytes + fragment.size() <= MOST_BYTES) {
                kept.put(said, fragment);
                bytes += fragment.size();
            }
        }
        json.add(fragment);
    }
}
