// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * In which order, and with point codes of which size, networks write an SCCP address. Nothing in the address says so: it is
 * the first of the manners that fits, of which the topmost bit of the indicator makes ANSI's the first one tried.
 */
enum AddressLayout {
    /** ITU-T Q.713 3.4: a point code of 14 bits in two octets, the subsystem, the global title. */
    ITU(2),
    /** The same with a point code of 24 bits, as China's networks have it. */
    WIDE(3),
    /** ANSI T1.112.3 3.4: the subsystem, a point code of 24 bits, the global title. */
    ANSI(3);

    private static final int MARK = 0x80;
    private static final int MOST_TITLE_TYPE = 4;
    private static final int MOST_PLAN = 7;
    private static final int MOST_SCHEME = 2;
    private static final int MOST_NATURE = 4;

    private final int pointCode;

    AddressLayout(int pointCode) {
        this.pointCode = pointCode;
    }

    /** The manner of the address at {@code at}, its length in the octet before it; null where it fits none. */
    static @Nullable AddressLayout of(ByteView bytes, int at) {
        if (bytes.u8(at - 1) == 0) {
            return null;
        }
        boolean marked = (bytes.u8(at) & MARK) != 0;
        @Nullable AddressLayout known = of(bytes, at, marked, true);
        return known == null ? of(bytes, at, marked, false) : known;
    }

    private static @Nullable AddressLayout of(ByteView bytes, int at, boolean marked, boolean strictly) {
        if (marked && ANSI.fits(bytes, at, strictly)) {
            return ANSI;
        }
        if (ITU.fits(bytes, at, strictly)) {
            return ITU;
        }
        return WIDE.fits(bytes, at, strictly) ? WIDE : null;
    }

    /** @param strictly whether a global title must have a plan, a scheme and a nature that are known */
    private boolean fits(ByteView bytes, int at, boolean strictly) {
        int title = title(bytes, at);
        int rest = at + bytes.u8(at - 1) - title;
        int type = titleType(bytes, at);
        if (type == 0 || type > MOST_TITLE_TYPE || rest < titleHead(type)) {
            return type == 0 && rest == 0;
        }
        return !strictly || (knownPlan(bytes, title, type) && knownNature(bytes, title, type));
    }

    private boolean knownPlan(ByteView bytes, int title, int type) {
        int octet = hasPlan(type) ? bytes.u8(title + 1) : 0;
        return octet >> 4 <= MOST_PLAN && (octet & 0x0F) <= MOST_SCHEME;
    }

    private boolean knownNature(ByteView bytes, int title, int type) {
        int nature = natureAt(title, type);
        return nature < 0 || (bytes.u8(nature) & 0x7F) <= MOST_NATURE;
    }

    static int titleType(ByteView bytes, int at) {
        return bytes.u8(at) >> 2 & 0x0F;
    }

    private boolean hasSubsystem(ByteView bytes, int at) {
        return (bytes.u8(at) & (this == ANSI ? 1 : 2)) != 0;
    }

    private boolean hasPointCode(ByteView bytes, int at) {
        return (bytes.u8(at) & (this == ANSI ? 2 : 1)) != 0;
    }

    /** The subsystem number; -1 where there is none. */
    int subsystem(ByteView bytes, int at) {
        int place = at + 1 + (this != ANSI && hasPointCode(bytes, at) ? pointCode : 0);
        return hasSubsystem(bytes, at) ? bytes.u8(place) : -1;
    }

    /** Where the global title begins. */
    int title(ByteView bytes, int at) {
        return at + 1 + (hasPointCode(bytes, at) ? pointCode : 0) + (hasSubsystem(bytes, at) ? 1 : 0);
    }

    /** Octets of a global title before its digits, by its type. */
    int titleHead(int type) {
        return switch (type) {
            case 1 -> this == ANSI ? 2 : 1;
            case 2 -> 1;
            case 3 -> 2;
            default -> 3;
        };
    }

    /** Whether the second octet of a global title has a numbering plan and an encoding scheme. */
    boolean hasPlan(int type) {
        return type == 3 || type == 4 || (type == 1 && this == ANSI);
    }

    /** Where a global title has the nature of its digits; -1 where it has none. */
    int natureAt(int title, int type) {
        if (type == 4) {
            return title + 2;
        }
        return type == 1 && this != ANSI ? title : -1;
    }
}
