// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** Reads of S1AP and NGAP what concerns nodes and subscribers: names, locations, and the NAS messages. */
final class CoreReader {
    private static final int LONGEST_NAME = 150;

    /** Identifiers of elements (TS 36.413 9.3.7, TS 38.413 9.4.7). */
    private record Elements(int device, int nas, int location, int coreName, int ranName, int paging, int first) {}

    private static final Elements S1AP = new Elements(8, 26, 100, 61, 60, 43, 12);
    private static final Elements NGAP = new Elements(85, 38, 121, 1, 82, -1, 15);

    private static final int NEW_BEARERS = 24;
    private static final int NEW_SESSIONS = 74;
    private static final int NEW_CONTEXT_SESSIONS = 71;
    private static final int PAGING_IMSI = 0x40;
    private static final int LEAST_IMSI_OCTETS = 3;

    private final Interface of;
    private final Elements elements;
    private final RanFacts facts;
    private final Said said;
    private final Devices devices = new Devices();
    private final NasReader nas;

    CoreReader(Interface of, RanFacts facts, Said said) {
        this.of = of;
        this.elements = of == Interface.S1AP ? S1AP : NGAP;
        this.facts = facts;
        this.said = said;
        this.nas = of == Interface.S1AP ? new EpsNas(facts, said) : new FiveGsNas(facts, said);
    }

    void read(ByteView bytes, RanMessage message, String from) {
        name(bytes, message.find(bytes, elements.coreName()), "core");
        name(bytes, message.find(bytes, elements.ranName()), "ran");
        long location = message.find(bytes, elements.location());
        if (location != Aper.NONE) {
            nas.identity("location", Aper.length(location), from);
        }
        if (elements.paging() >= 0) {
            paging(bytes, message.find(bytes, elements.paging()), from);
        }
        long carried = message.find(bytes, elements.nas());
        if (carried != Aper.NONE) {
            nas(bytes, message, Aper.open(bytes, Aper.from(carried), Aper.to(carried)), from);
        }
        if (of == Interface.S1AP) {
            nas(bytes, message, NestedNas.bearer(bytes, message.find(bytes, NEW_BEARERS)), from);
        } else {
            nas(bytes, message, NestedNas.session(bytes, message.find(bytes, NEW_SESSIONS)), from);
            nas(bytes, message, NestedNas.session(bytes, message.find(bytes, NEW_CONTEXT_SESSIONS)), from);
        }
    }

    private void nas(ByteView bytes, RanMessage message, long pdu, String from) {
        if (pdu != Aper.NONE) {
            long device = message.find(bytes, elements.device());
            boolean first = message.procedure() == elements.first() && message.kind() == RanMessage.INITIATING;
            nas.read(bytes, Aper.from(pdu), Aper.to(pdu), devices.of(bytes, device, first), from);
        }
    }

    private void name(ByteView bytes, long value, String kind) {
        long name = value == Aper.NONE ? Aper.NONE : Aper.name(bytes, value);
        if (name == Aper.NONE || Aper.length(name) > LONGEST_NAME) {
            return;
        }
        if (said.isNew(Said.hash(kind.hashCode(), bytes, Aper.from(name), Aper.length(name)))) {
            String text = bytes.ascii(Aper.from(name), Aper.length(name));
            if (text.chars().allMatch(character -> character >= ' ' && character < 0x7F)) {
                said.state(facts.node().partial(kind, text));
            }
        }
    }

    /** A device is paged by its IMSI where the choice says so (TS 36.413 9.2.3.13). */
    private void paging(ByteView bytes, long value, String from) {
        if (value != Aper.NONE && Aper.length(value) > 1 && (bytes.u8(Aper.from(value)) & 0xC0) == PAGING_IMSI) {
            int octets = (bytes.u8(Aper.from(value)) >> 3 & 0x07) + LEAST_IMSI_OCTETS;
            int at = Aper.from(value) + 1;
            if (octets <= Aper.to(value) - at) {
                int filler = bytes.u8(at + octets - 1) >> 4 == 0xF ? 1 : 0;
                nas.identity("imsi", 2 * octets - filler, from);
            }
        }
    }
}
