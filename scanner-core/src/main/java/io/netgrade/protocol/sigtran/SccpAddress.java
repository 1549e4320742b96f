// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sigtran;

import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * The address of a party (ITU-T Q.713 3.4, ANSI T1.112.3 3.4): an indicator, then point code, subsystem and global title
 * as it says. Its length stands in the octet before it. In ANSI's order the subsystem comes first, and the topmost bit of
 * the indicator marks it. Digits are counted and never read.
 */
final class SccpAddress {
    private static final CodeTable SUBSYSTEMS = CodeTable.read(SccpAddress.class, "subsystems.tsv");
    private static final int NATIONAL = 0x80;
    private static final int ROUTED_ON_SUBSYSTEM = 0x40;
    private static final String[] PLANS = {
        "unknown",
        "isdn-e164",
        "generic",
        "data-x121",
        "telex-f69",
        "maritime-e210",
        "land-mobile-e212",
        "isdn-mobile-e214"
    };
    private static final String[] NATURES = {"unknown", "subscriber", "reserved", "national", "international"};

    private SccpAddress() {}

    /** Whether the parts that the indicator tells of are there. */
    static boolean sound(ByteView bytes, int at) {
        int length = bytes.u8(at - 1);
        if (length == 0) {
            return false;
        }
        int title = title(bytes, at);
        int type = titleType(bytes, at);
        int rest = at + length - title;
        return type == 0 ? rest == 0 : type <= 4 && rest >= digitsFrom(type, ansi(bytes, at));
    }

    private static boolean ansi(ByteView bytes, int at) {
        return (bytes.u8(at) & NATIONAL) != 0;
    }

    private static int titleType(ByteView bytes, int at) {
        return bytes.u8(at) >> 2 & 0x0F;
    }

    private static boolean hasSubsystem(ByteView bytes, int at) {
        return (bytes.u8(at) & (ansi(bytes, at) ? 1 : 2)) != 0;
    }

    private static int pointCodeOctets(ByteView bytes, int at) {
        boolean ansi = ansi(bytes, at);
        boolean there = (bytes.u8(at) & (ansi ? 2 : 1)) != 0;
        return there ? (ansi ? 3 : 2) : 0;
    }

    /** Where the global title begins. */
    private static int title(ByteView bytes, int at) {
        return at + 1 + pointCodeOctets(bytes, at) + (hasSubsystem(bytes, at) ? 1 : 0);
    }

    /** The subsystem number; -1 where there is none. */
    private static int subsystem(ByteView bytes, int at) {
        int place = at + 1 + (ansi(bytes, at) ? 0 : pointCodeOctets(bytes, at));
        return hasSubsystem(bytes, at) && place < at + bytes.u8(at - 1) ? bytes.u8(place) : -1;
    }

    /** Octets of the global title before its digits, by its type. */
    private static int digitsFrom(int type, boolean ansi) {
        return switch (type) {
            case 1 -> ansi ? 2 : 1;
            case 2 -> 1;
            case 3 -> 2;
            default -> 3;
        };
    }

    /** The user of TCAP that the subsystems of the two parties tell; {@code tcap} where they do not. */
    static String user(ByteView bytes, int called, int calling) {
        return user(subsystem(bytes, called), subsystem(bytes, calling));
    }

    /** The same, of the subsystem numbers themselves, -1 where there is none. */
    static String user(int called, int calling) {
        String user = SUBSYSTEMS.column(called, 2);
        String other = SUBSYSTEMS.column(calling, 2);
        if (user.equals("none") || other.equals("none")) {
            return "none";
        }
        boolean told = !user.equals("unlisted") && !user.equals("tcap");
        String said = told ? user : other;
        return said.equals("unlisted") ? "tcap" : said;
    }

    /** What the address is without its digits, packed. */
    static long key(ByteView bytes, int at) {
        int length = bytes.u8(at - 1);
        int type = titleType(bytes, at);
        int title = type == 0 ? 0 : digitsFrom(type, ansi(bytes, at));
        long head = Said.hash(length, bytes, title(bytes, at), title);
        return head * 31 + (subsystem(bytes, at) << 8 | bytes.u8(at));
    }

    static Fact fact(FactType fact, String party, ByteView bytes, int at) {
        boolean bySubsystem = (bytes.u8(at) & ROUTED_ON_SUBSYSTEM) != 0;
        int number = subsystem(bytes, at);
        @Nullable String subsystem = number < 0 ? null : SUBSYSTEMS.name(number);
        int type = titleType(bytes, at);
        int title = title(bytes, at);
        int digits = type == 0 ? 0 : at + bytes.u8(at - 1) - title - digitsFrom(type, ansi(bytes, at));
        return fact.partial(
                party,
                bySubsystem ? "subsystem" : "global-title",
                subsystem,
                plan(bytes, title, type, ansi(bytes, at)),
                nature(bytes, title, type, ansi(bytes, at)),
                type == 0 ? null : 2 * digits - (odd(bytes, title, type, ansi(bytes, at)) ? 1 : 0));
    }

    private static boolean odd(ByteView bytes, int title, int type, boolean ansi) {
        boolean nature = type == 1 && !ansi;
        boolean scheme = type == 3 || type == 4 || (type == 1 && ansi);
        return (nature && bytes.u8(title) >> 7 == 1) || (scheme && (bytes.u8(title + 1) & 0x0F) == 1);
    }

    private static @Nullable String plan(ByteView bytes, int title, int type, boolean ansi) {
        boolean told = type == 3 || type == 4 || (type == 1 && ansi);
        int plan = told ? bytes.u8(title + 1) >> 4 : 0;
        return told ? plan(plan) : null;
    }

    /** The name of a numbering plan (ITU-T Q.713 3.4.2.3.3). */
    static String plan(int plan) {
        return plan < PLANS.length ? PLANS[plan] : "other";
    }

    private static @Nullable String nature(ByteView bytes, int title, int type, boolean ansi) {
        int at = type == 4 ? title + 2 : title;
        boolean told = type == 4 || (type == 1 && !ansi);
        int nature = told ? bytes.u8(at) & 0x7F : 0;
        return told ? nature(nature) : null;
    }

    /** The name of a nature of address (ITU-T Q.713 3.4.2.3.1). */
    static String nature(int nature) {
        return nature < NATURES.length ? NATURES[nature] : "other";
    }

    static String subsystemName(int number) {
        return SUBSYSTEMS.name(number);
    }
}
