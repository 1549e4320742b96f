// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/**
 * The address of a party (ITU-T Q.713 3.4): an indicator, then point code, subsystem and global title as it says, in the
 * manner that {@link AddressLayout} finds. Its length stands in the octet before it. Digits are counted and never read.
 */
final class SccpAddress {
    private static final CodeTable SUBSYSTEMS = CodeTable.read(SccpAddress.class, "subsystems.tsv");
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
        return AddressLayout.of(bytes, at) != null;
    }

    private static int subsystem(ByteView bytes, int at) {
        @Nullable AddressLayout layout = AddressLayout.of(bytes, at);
        return layout == null ? -1 : layout.subsystem(bytes, at);
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
        @Nullable AddressLayout layout = AddressLayout.of(bytes, at);
        int type = AddressLayout.titleType(bytes, at);
        int head = layout == null || type == 0 ? 0 : layout.titleHead(type);
        int title = layout == null ? at : layout.title(bytes, at);
        return Said.hash(bytes.u8(at - 1), bytes, title, head) * 31 + (subsystem(bytes, at) << 8 | bytes.u8(at));
    }

    static Fact fact(FactType fact, String party, ByteView bytes, int at) {
        String routing = (bytes.u8(at) & ROUTED_ON_SUBSYSTEM) != 0 ? "subsystem" : "global-title";
        @Nullable AddressLayout layout = AddressLayout.of(bytes, at);
        int number = layout == null ? -1 : layout.subsystem(bytes, at);
        @Nullable String subsystem = number < 0 ? null : SUBSYSTEMS.name(number);
        int type = AddressLayout.titleType(bytes, at);
        if (layout == null || type == 0) {
            return fact.partial(party, routing, subsystem, null, null, null);
        }
        int title = layout.title(bytes, at);
        int nature = layout.natureAt(title, type);
        boolean plan = layout.hasPlan(type);
        boolean odd = plan ? (bytes.u8(title + 1) & 0x0F) == 1 : nature >= 0 && bytes.u8(nature) >> 7 == 1;
        int octets = at + bytes.u8(at - 1) - title - layout.titleHead(type);
        return fact.partial(
                party,
                routing,
                subsystem,
                plan ? plan(bytes.u8(title + 1) >> 4) : null,
                nature < 0 ? null : nature(bytes.u8(nature) & 0x7F),
                2 * octets - (odd ? 1 : 0));
    }

    /** The name of a numbering plan (ITU-T Q.713 3.4.2.3.3). */
    static String plan(int plan) {
        return plan < PLANS.length ? PLANS[plan] : "other";
    }

    /** The name of a nature of address (ITU-T Q.713 3.4.2.3.1). */
    static String nature(int nature) {
        return nature < NATURES.length ? NATURES[nature] : "other";
    }

    static String subsystemName(int number) {
        return SUBSYSTEMS.name(number);
    }
}
