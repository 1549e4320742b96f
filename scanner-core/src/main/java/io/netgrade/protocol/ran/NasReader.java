// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads NAS messages and states what they show. What the two generations share is here. */
abstract class NasReader {
    static final CodeTable HEADERS = CodeTable.read(NasReader.class, "headers.tsv");
    static final int PLAIN = 0;
    static final int CIPHERED = 2;
    static final int NEW_CONTEXT = 3;
    static final int CIPHERED_NEW_CONTEXT = 4;
    static final String HIDDEN = "hidden";

    private static final int ALGORITHMS = 8;

    final RanFacts facts;
    final Said said;

    NasReader(RanFacts facts, Said said) {
        this.facts = facts;
        this.said = said;
    }

    /** Reads one message from {@code at} to {@code end}; what is no NAS is passed over. */
    abstract void read(ByteView bytes, int at, int end, Devices.Device device, String from);

    /** States that a message went, named or {@link #HIDDEN}, and how it was protected. */
    void message(String name, int header, String from) {
        if (said.isNew((long) name.hashCode() << 8 | header)) {
            said.state(facts.nasMessage().partial(name, HEADERS.name(header), from));
        }
    }

    /** States that an identity of a kind went unencrypted. */
    void identity(String kind, int length, String from) {
        if (length > 0 && said.isNew((long) kind.hashCode() << 16 | length | 1L << 62)) {
            said.state(facts.subscriber().partial(kind, length, from));
        }
    }

    void concealment(String identity, @Nullable String scheme) {
        if (said.isNew((long) identity.hashCode() << 20 ^ (scheme == null ? 0 : scheme.hashCode()))) {
            said.state(facts.concealment().partial(identity, scheme));
        }
    }

    void temporary(boolean assigned, String in) {
        if (said.isNew((long) in.hashCode() << 2 | (assigned ? 1 : 2))) {
            said.state(facts.temporary().partial(assigned, in));
        }
    }

    /** The algorithms of a Security Mode Command: one octet, ciphering in its upper half. */
    void security(int algorithms, String prefix, Devices.Device device) {
        String ciphering = prefix + "ea" + (algorithms >> 4 & 7);
        String integrity = prefix + "ia" + (algorithms & 7);
        device.readable = (algorithms >> 4 & 7) == 0;
        @Nullable String registration = device.registration.isEmpty() ? null : device.registration;
        if (said.isNew(1L << 61 | (long) algorithms << 8 | device.registration.length())) {
            said.state(facts.nasSecurity().partial(integrity, ciphering, registration));
        }
    }

    /**
     * The capabilities that a Security Mode Command sends back.
     *
     * @param compared octets that must be those that the device sent
     */
    void replayed(ByteView bytes, int at, int length, int compared, String prefix, Devices.Device device) {
        if (length < 2 || !said.isNew(Said.hash(device.capabilities.length | 1L << 60, bytes, at, length))) {
            return;
        }
        Boolean matches = null;
        int common = Math.min(Math.min(compared, length), device.capabilities.length);
        if (common >= 2) {
            boolean same = true;
            for (int i = 0; i < common; i++) {
                same &= (device.capabilities[i] & 0xFF) == bytes.u8(at + i);
            }
            matches = same;
        }
        said.state(facts.capabilities()
                .partial(
                        algorithms(bytes.u8(at), prefix + "ea"), algorithms(bytes.u8(at + 1), prefix + "ia"), matches));
    }

    private static List<String> algorithms(int bits, String prefix) {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < ALGORITHMS; number++) {
            if ((bits & 0x80 >> number) != 0) {
                names.add(prefix + number);
            }
        }
        return names;
    }
}
