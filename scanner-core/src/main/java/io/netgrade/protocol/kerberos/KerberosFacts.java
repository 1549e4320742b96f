// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.kerberos;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a key distribution centre, and what can be asked of it. */
public final class KerberosFacts {
    public static final FactType SERVICE = FactType.of("kerberos.service", "A key distribution centre answers.")
            .text("realm", "whose tickets it gives");

    public static final FactType REQUESTED = FactType.of(
                    "kerberos.encryption-requested", "What a client asks for (RFC 4120 5.4.1).")
            .names("types", "encryption types, in the client's order");

    public static final FactType TAKEN = FactType.of(
                    "kerberos.encryption-taken", "What a reply of the centre is encrypted with (RFC 4120 5.4.2).")
            .names("types", "of the ticket and of the part for the client")
            .text("ticket", "encryption type of the ticket, which is the service's key")
            .text("reply", "encryption type of the part for the client");

    public static final FactType PRE_AUTHENTICATION = FactType.of(
                    "kerberos.pre-authentication", "Whether a client must prove itself before it gets a ticket.")
            .flag("required", "false where a ticket was given to a request without a proof")
            .names("types", "encryption types that the centre offers for the proof; absent where it names none");

    public static final FactType ERROR =
            FactType.of("kerberos.error", "The centre refused a request.").number("code", "RFC 4120 7.5.9");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("kerberos.encryption", "The encryption types of what the centre replies.", TAKEN, "types"),
            FieldCheck.of(
                    "kerberos.pre-authentication",
                    "Whether a client must prove itself before it gets a ticket.",
                    PRE_AUTHENTICATION,
                    "required"));

    private KerberosFacts() {}
}
