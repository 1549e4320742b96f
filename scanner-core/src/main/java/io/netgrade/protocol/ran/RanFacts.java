// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.ArrayList;
import java.util.List;

/** What netgrade can say of one protocol of the radio side, and the checks of it. NAS is only in those that lead to a core. */
final class RanFacts {
    private static final String FROM =
            "server for the core, the central unit or the speaker itself, client for the other";

    private final Interface of;
    private final FactType procedure;
    private final FactType node;
    private final FactType nasMessage;
    private final FactType nasSecurity;
    private final FactType capabilities;
    private final FactType concealment;
    private final FactType subscriber;
    private final FactType temporary;
    private final FactType radioSecurity;
    private final List<Check> checks = new ArrayList<>();

    RanFacts(Interface of) {
        String id = of.id();
        this.of = of;
        procedure = FactType.of(
                        id + ".procedure",
                        "A message of an elementary procedure, readable by whoever captured it: neither IPsec nor DTLS"
                                + " hid it.")
                .text("procedure", "its name, such as ng-setup")
                .text("message", "initiating, successful or unsuccessful")
                .text("from", FROM);
        node = FactType.of(id + ".node", "The name that a node told when the interface was set up.")
                .text("kind", "core or ran")
                .text("name", "as told");
        nasMessage = FactType.of(id + ".nas-message", "A NAS message between a device and the core.")
                .text("message", "its name where it can be read, hidden where it is ciphered")
                .text("header", "plain, integrity, integrity-and-ciphering, or either with-new-context (TS 24.501 9.3)")
                .text("from", FROM);
        nasSecurity = FactType.of(
                        id + ".nas-security", "The NAS algorithms that the core chose (Security Mode Command).")
                .text("integrity", "nia0 to nia7 in 5GS, eia0 to eia7 in EPS; 0 is the null algorithm")
                .text("ciphering", "nea0 to nea7 in 5GS, eea0 to eea7 in EPS; 0 is the null algorithm")
                .text("registration", "normal or emergency, where the device's request was seen");
        capabilities = FactType.of(
                        id + ".replayed-capabilities",
                        "The security capabilities that the core sent back to the device (TS 33.501 6.7.2).")
                .names("ciphering", "algorithms, such as nea0")
                .names("integrity", "algorithms, such as nia2")
                .flag("matches", "whether they are those that the device had sent, where that was seen");
        concealment = FactType.of(id + ".subscriber-concealment", "How a device named its subscriber (TS 33.501 6.12).")
                .text("identity", "suci, 5g-guti, 5g-s-tmsi, imei, imeisv, guti, imsi, tmsi or none")
                .text("scheme", "of a SUCI: null-scheme, profile-a, profile-b, reserved or operator-specific");
        subscriber = FactType.of(
                        id + ".subscriber-identity",
                        "A subscriber's identity that was sent unencrypted; never its value.")
                .text("class", "imsi, imei, imeisv or location")
                .number("length", "digits; octets of a location")
                .text("from", FROM);
        temporary = FactType.of(id + ".temporary-identity", "Whether a message gave a device a new temporary identity.")
                .flag("assigned", "whether it did")
                .text("in", "such as registration-accept");
        radioSecurity = FactType.of(
                        id + ".rrc-security", "The RRC algorithms that the central unit chose (Security Mode Command).")
                .text("integrity", "nia0 to nia7; 0 is the null algorithm")
                .text("ciphering", "nea0 to nea7; 0 is the null algorithm");
        checks.add(FieldCheck.of(id + ".procedure", "Procedures that go unencrypted.", procedure, "procedure")
                .inClear());
        if (of.core()) {
            addCoreChecks(id);
        }
        if (of == Interface.F1AP) {
            checks.add(FieldCheck.of(id + ".rrc-integrity", "The RRC integrity chosen.", radioSecurity, "integrity"));
            checks.add(FieldCheck.of(id + ".rrc-ciphering", "The RRC ciphering chosen.", radioSecurity, "ciphering"));
        }
    }

    private void addCoreChecks(String id) {
        checks.add(FieldCheck.of(id + ".nas-integrity", "The NAS integrity chosen.", nasSecurity, "integrity"));
        checks.add(FieldCheck.of(id + ".nas-ciphering", "The NAS ciphering chosen.", nasSecurity, "ciphering"));
        checks.add(FieldCheck.of(id + ".nas-header", "How NAS messages are protected.", nasMessage, "header"));
        checks.add(FieldCheck.of(
                id + ".replayed-capabilities",
                "Whether the capabilities sent back are the device's.",
                capabilities,
                "matches"));
        checks.add(FieldCheck.of(id + ".identity", "How devices name subscribers.", concealment, "identity"));
        checks.add(FieldCheck.of(
                id + ".suci-scheme", "The protection scheme of concealed identities.", concealment, "scheme"));
        checks.add(FieldCheck.of(
                        id + ".subscriber-identity", "Subscriber identities sent unencrypted.", subscriber, "class")
                .inClear());
        checks.add(FieldCheck.of(
                id + ".temporary-identity", "Whether temporary identities are given anew.", temporary, "assigned"));
    }

    FactType[] types() {
        return switch (of) {
            case S1AP, NGAP ->
                new FactType[] {
                    procedure, node, nasMessage, nasSecurity, capabilities, concealment, subscriber, temporary
                };
            case F1AP -> new FactType[] {procedure, radioSecurity};
            case X2AP, XNAP, E1AP -> new FactType[] {procedure};
        };
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }

    FactType procedure() {
        return procedure;
    }

    FactType node() {
        return node;
    }

    FactType nasMessage() {
        return nasMessage;
    }

    FactType nasSecurity() {
        return nasSecurity;
    }

    FactType capabilities() {
        return capabilities;
    }

    FactType concealment() {
        return concealment;
    }

    FactType subscriber() {
        return subscriber;
    }

    FactType temporary() {
        return temporary;
    }

    FactType radioSecurity() {
        return radioSecurity;
    }
}
