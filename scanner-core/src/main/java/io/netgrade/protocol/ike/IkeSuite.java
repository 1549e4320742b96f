// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ike;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The algorithms of an SA payload: proposals of last(1) 0 length(2) number(1) protocol(1) SPI's size(1) transforms(1), each
 * with transforms of last(1) 0 length(2) and
 *
 * <pre>
 *  version 1: number(1) id(1) 0(2), attributes     (RFC 2408 §3.6, RFC 2409 appendix A; behind DOI(4) and situation(4))
 *  version 2: type(1) 0 id(2), attributes          (RFC 7296 §3.3)
 * </pre>
 *
 * Attributes are type(2), whose first bit says that a value(2) follows and not a length(2).
 */
final class IkeSuite {
    private static final int PROTOCOL_IKE = 1;
    private static final int KEY_LENGTH = 14;
    private static final int MOST_NAMES = 64;

    final Set<String> encryption = new LinkedHashSet<>();
    final Set<String> integrity = new LinkedHashSet<>();
    final Set<String> prf = new LinkedHashSet<>();
    final Set<String> groups = new LinkedHashSet<>();
    final Set<String> authentication = new LinkedHashSet<>();
    int groupNumber = -1;

    /** Reads what follows a payload's own header; what breaks the grammar ends it. */
    static IkeSuite read(ByteView bytes, int from, int length, boolean second) {
        IkeSuite suite = new IkeSuite();
        ByteCursor cursor = new ByteCursor().over(bytes, from, length);
        cursor.skip(second ? 0 : 8);
        while (cursor.remaining() > 0) {
            cursor.skip(2);
            ByteCursor proposal = cursor.sub(cursor.u16() - 4L);
            proposal.skip(1);
            int protocol = proposal.u8();
            int spi = proposal.u8();
            proposal.skip(1L + spi);
            while (proposal.remaining() > 0 && protocol == PROTOCOL_IKE) {
                proposal.skip(2);
                ByteCursor transform = proposal.sub(proposal.u16() - 4L);
                suite.transform(transform, second);
            }
        }
        return suite;
    }

    private void transform(ByteCursor transform, boolean second) {
        if (second) {
            int type = transform.u8();
            transform.skip(1);
            int id = transform.u16();
            second(type, id, keyLength(transform));
        } else {
            transform.skip(4);
            first(transform);
        }
    }

    private static int keyLength(ByteCursor attributes) {
        int length = 0;
        while (attributes.remaining() > 0) {
            int type = attributes.u16();
            int value = attributes.u16();
            length = (type & 0x7FFF) == KEY_LENGTH ? value : length;
            attributes.skip((type & 0x8000) == 0 ? value : 0);
        }
        return length;
    }

    private void second(int type, int id, int keyLength) {
        switch (type) {
            case 1 -> add(encryption, sized(IkeNames.of("encryption-2", id), keyLength));
            case 2 -> add(prf, IkeNames.of("prf-2", id));
            case 3 -> add(integrity, IkeNames.of("integrity-2", id));
            // Types 6 to 12 are further key exchanges in the same association (RFC 9370).
            case 4, 6, 7, 8, 9, 10, 11, 12 -> group(id, type == 4);
            default -> {
                // Extended sequence numbers, and what is not of this association.
            }
        }
    }

    private void first(ByteCursor attributes) {
        int cipher = 0;
        int keyLength = 0;
        while (attributes.remaining() > 0) {
            int type = attributes.u16();
            int value = attributes.u16();
            attributes.skip((type & 0x8000) == 0 ? value : 0);
            switch (type) {
                case 0x8001 -> cipher = value;
                case 0x8002 -> add(prf, IkeNames.of("hash-1", value));
                case 0x8003 -> add(authentication, IkeNames.of("authentication-1", value));
                case 0x8004 -> group(value, true);
                case 0x800E -> keyLength = value;
                default -> {
                    // Lifetimes, and parameters of groups of one's own.
                }
            }
        }
        if (cipher != 0) {
            add(encryption, sized(IkeNames.of("encryption-1", cipher), keyLength));
        }
    }

    private void group(int number, boolean main) {
        groupNumber = main ? number : groupNumber;
        add(groups, IkeNames.of("group", number));
    }

    private static String sized(String name, int keyLength) {
        return keyLength == 0 ? name : name + "-" + keyLength;
    }

    private static void add(Set<String> names, String name) {
        if (names.size() < MOST_NAMES) {
            names.add(name);
        }
    }

    /** Whether one of each kind, and so a choice, as a responder must make it. */
    boolean isChoice() {
        return encryption.size() == 1 && prf.size() <= 1 && integrity.size() <= 1 && authentication.size() <= 1;
    }

    static @Nullable List<String> all(Set<String> names) {
        return names.isEmpty() ? null : List.copyOf(names);
    }

    static @Nullable String only(Set<String> names) {
        return names.isEmpty() ? null : String.join("+", names);
    }
}
