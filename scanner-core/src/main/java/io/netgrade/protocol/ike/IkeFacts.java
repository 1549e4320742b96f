// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ike;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an IKE responder, and the checks of it. */
public final class IkeFacts {
    public static final FactType EXCHANGE = FactType.of("ike.exchange", "An exchange that was seen.")
            .text("version", "1 (RFC 2409) or 2 (RFC 7296)")
            .text("mode", "main, aggressive, quick, ike-sa-init, ike-auth and so on (IANA exchange types)")
            .text("by", "initiator or responder of the security association");

    public static final FactType CHOSEN = FactType.of(
                    "ike.sa-chosen", "The proposal that a responder chose for the IKE security association.")
            .text("version", "1 or 2")
            .text("mode", "the exchange in which it was chosen")
            .text("encryption", "IANA's name in kebab-case, with the key's length in bits where there is one")
            .text("integrity", "version 2: the integrity algorithm; absent where encryption has its own")
            .text("prf", "version 2: the pseudo-random function; version 1: the hash")
            .text("group", "Diffie-Hellman group, such as modp2048")
            .number("group-number", "its IANA number")
            .text("authentication", "version 1: the method, such as pre-shared-key; version 2 says it encrypted");

    public static final FactType OFFERED = FactType.of(
                    "ike.sa-offered", "What an initiator offered to the responder for the IKE security association.")
            .text("version", "1 or 2")
            .text("mode", "the exchange in which it was offered")
            .names("encryption", "as in ike.sa-chosen")
            .names("integrity", "as in ike.sa-chosen")
            .names("prf", "as in ike.sa-chosen")
            .names("groups", "as in ike.sa-chosen")
            .names("authentication", "as in ike.sa-chosen");

    public static final FactType VENDORS = FactType.of("ike.vendor-ids", "The vendor IDs that a responder sent.")
            .names("names", "known ones by name, others in hexadecimal (the first 20 octets)");

    public static final FactType NOTIFICATION = FactType.of("ike.notification", "A notification that a responder sent.")
            .text("type", "IANA's name in kebab-case, or type- and its number");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("ike.version", "The versions of IKE that are answered.", CHOSEN, "version"),
            FieldCheck.of("ike.exchange", "The exchanges that are seen.", EXCHANGE, "mode"),
            FieldCheck.of("ike.mode", "The exchange in which a proposal was chosen.", CHOSEN, "mode"),
            FieldCheck.of("ike.encryption", "The encryption that a responder chose.", CHOSEN, "encryption"),
            FieldCheck.of("ike.integrity", "The integrity algorithm that a responder chose.", CHOSEN, "integrity"),
            FieldCheck.of("ike.prf", "The pseudo-random function or hash that a responder chose.", CHOSEN, "prf"),
            FieldCheck.of("ike.group", "The Diffie-Hellman group that a responder chose.", CHOSEN, "group"),
            FieldCheck.of(
                    "ike.authentication",
                    "The authentication method of version 1 that a responder chose.",
                    CHOSEN,
                    "authentication"),
            FieldCheck.of("ike.vendor-ids", "The vendor IDs that a responder sends.", VENDORS, "names"));

    private IkeFacts() {}
}
