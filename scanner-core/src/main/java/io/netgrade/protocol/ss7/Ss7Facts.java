// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of SS7 that passes an endpoint, by the name of what carries it there, and the checks of it. */
final class Ss7Facts {
    static final String FROM = "server for the side that accepts or the speaker itself, client for the other";

    private final FactType traffic;
    private final FactType address;
    private final FactType operation;
    private final FactType subscriber;
    private final FactType ciphering;
    private final List<Check> checks;

    /** @param id of the protocol that carries it */
    Ss7Facts(String id) {
        traffic = FactType.of(id + ".traffic", "SS7 messages that passed.")
                .number("originating", "point code, as a whole number")
                .number("destination", "point code, as a whole number")
                .text("network", "international, international-spare, national or national-spare (ITU-T Q.704 14.2.2)")
                .text("user", "such as sccp or isup (ITU-T Q.704 14.2.1)");
        address = FactType.of(id + ".address", "A party of an SCCP message (ITU-T Q.713 3.4); never its digits.")
                .text("party", "called or calling")
                .text("routing", "global-title or subsystem")
                .text("subsystem", "such as hlr or cap")
                .text("plan", "of the global title's digits, such as e164")
                .text("nature", "of the global title's digits, such as international")
                .number("digits", "of the global title");
        operation = FactType.of(id + ".operation", "An operation of a user of TCAP.")
                .text("user", "map, cap, inap, ansi-tcap, or tcap where it is not known")
                .text("operation", "its name, such as any-time-interrogation; unlisted where it has none")
                .number("code", "the operation code")
                .text("component", "invoke, or result where it was answered")
                .text("category", "of GSMA FS.11: 1, 2, 3, sms, or none")
                .text("network", "international, international-spare, national or national-spare")
                .text("from", FROM);
        subscriber = FactType.of(
                        id + ".subscriber-identity", "A subscriber's identity in an operation; never its value.")
                .text("class", "imsi, msisdn or imei")
                .number("length", "digits");
        ciphering = FactType.of(
                        id + ".radio-ciphering",
                        "What an MSC and a BSC agree on for the radio's ciphering (TS 48.008 3.2.1.30, 3.2.1.31).")
                .names("permitted", "algorithms that the MSC permits, a5-0 (none) to a5-7")
                .text("chosen", "the algorithm that the BSC tells it uses");
        checks = List.of(
                FieldCheck.of(id + ".network", "The networks that messages belong to.", traffic, "network"),
                FieldCheck.of(id + ".operation", "The operations seen.", operation, "operation"),
                FieldCheck.of(
                        id + ".operation-category",
                        "The GSMA FS.11 categories of the operations seen.",
                        operation,
                        "category"),
                FieldCheck.of(
                                id + ".subscriber-identity",
                                "The kinds of subscriber identity that go unencrypted.",
                                subscriber,
                                "class")
                        .inClear(),
                FieldCheck.of(id + ".radio-ciphering", "The radio ciphering in use.", ciphering, "chosen"),
                FieldCheck.of(
                        id + ".radio-ciphering-permitted",
                        "The radio ciphering that is permitted.",
                        ciphering,
                        "permitted"));
    }

    List<Check> checks() {
        return checks;
    }

    FactType traffic() {
        return traffic;
    }

    FactType address() {
        return address;
    }

    FactType operation() {
        return operation;
    }

    FactType subscriber() {
        return subscriber;
    }

    FactType ciphering() {
        return ciphering;
    }
}
