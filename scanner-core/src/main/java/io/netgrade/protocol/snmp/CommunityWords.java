// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import io.netgrade.wire.Ber;
import io.netgrade.wire.ByteView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The widely known communities, out of {@code communities.txt}; tells a community's class without copying it. */
final class CommunityWords {
    private static final List<byte[]> WORDS = read("communities.txt");

    private CommunityWords() {}

    /** Whether the span holds a widely known community, in any case of letters, or nothing at all. */
    static boolean knows(ByteView view, long span) {
        int length = Ber.length(span);
        boolean known = length == 0;
        for (int i = 0; !known && i < WORDS.size(); i++) {
            byte[] word = WORDS.get(i);
            known = word.length == length && equal(view, Ber.start(span), word);
        }
        return known;
    }

    private static boolean equal(ByteView view, int at, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            int octet = view.u8(at + i);
            int lower = octet >= 'A' && octet <= 'Z' ? octet | 0x20 : octet;
            if (lower != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static List<byte[]> read(String resource) {
        try (InputStream stream = CommunityWords.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.getBytes(StandardCharsets.US_ASCII))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
