// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bgp;

import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One OPEN: version(1) AS(2) hold time(2) identifier(4) parameters' length(1), then parameters of type(1) length(1); where
 * the length is 255 and so is the first type, both lengths are of two octets and stand again behind (RFC 9072).
 */
final class BgpOpen {
    private static final int EXTENDED = 255;
    private static final int CAPABILITIES = 2;
    private static final int MULTIPROTOCOL = 1;
    private static final int FOUR_OCTET_AS = 65;
    private static final int MOST_NAMES = 64;
    /** IANA capability-codes; those that are only drafts are told by number. */
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "multiprotocol"),
            Map.entry(2, "route-refresh"),
            Map.entry(3, "outbound-route-filtering"),
            Map.entry(5, "extended-next-hop"),
            Map.entry(6, "extended-message"),
            Map.entry(7, "bgpsec"),
            Map.entry(8, "multiple-labels"),
            Map.entry(9, "role"),
            Map.entry(64, "graceful-restart"),
            Map.entry(65, "four-octet-as"),
            Map.entry(69, "add-path"),
            Map.entry(70, "enhanced-route-refresh"),
            Map.entry(71, "long-lived-graceful-restart"),
            Map.entry(73, "fqdn"),
            Map.entry(128, "route-refresh-cisco"));

    private final Set<String> capabilities = new LinkedHashSet<>();
    private final Set<String> families = new LinkedHashSet<>();
    private long system;
    private int holdTime;
    private String identifier = "";

    /** @param message the whole of it, with its header */
    boolean read(ByteView message) {
        ByteCursor cursor = new ByteCursor().over(message);
        cursor.skip(BgpMessage.HEADER);
        int version = cursor.u8();
        system = cursor.u16();
        holdTime = cursor.u16();
        identifier = cursor.u8() + "." + cursor.u8() + "." + cursor.u8() + "." + cursor.u8();
        int length = cursor.u8();
        boolean extended = length == EXTENDED && cursor.remaining() >= 3 && message.u8(cursor.position()) == EXTENDED;
        if (extended) {
            cursor.skip(1);
            length = cursor.u16();
        }
        boolean sound = cursor.intact() && version == 4 && length == cursor.remaining();
        while (sound && cursor.remaining() > 0) {
            int type = cursor.u8();
            ByteCursor value = cursor.sub(extended ? cursor.u16() : cursor.u8());
            sound = cursor.intact() && (type != CAPABILITIES || readCapabilities(value));
        }
        return sound;
    }

    private boolean readCapabilities(ByteCursor cursor) {
        while (cursor.remaining() > 0) {
            int code = cursor.u8();
            ByteCursor value = cursor.sub(cursor.u8());
            if (capabilities.size() < MOST_NAMES) {
                capabilities.add(NAMES.getOrDefault(code, "capability-" + code));
            }
            if (code == FOUR_OCTET_AS && value.remaining() == 4) {
                system = value.u32();
            } else if (code == MULTIPROTOCOL && value.remaining() == 4 && families.size() < MOST_NAMES) {
                families.add(value.u16() + "/" + (value.u16() & 0xFF));
            }
        }
        return cursor.intact();
    }

    long system() {
        return system;
    }

    void state(Said said) {
        said.state(BgpFacts.OPEN.partial(system, holdTime, identifier));
        said.state(BgpFacts.CAPABILITIES.partial(List.copyOf(capabilities), List.copyOf(families)));
    }
}
