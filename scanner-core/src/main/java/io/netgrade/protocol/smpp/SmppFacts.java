// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smpp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a message centre's SMPP service, and the checks of it. */
public final class SmppFacts {
    public static final FactType SERVICE = FactType.of("smpp.service", "A command of SMPP that the server answered.")
            .text("command", "the command's name, such as enquire-link (SMPP 3.4 §5.1.2.1)")
            .number("status", "command_status of the answer; 0 is success (SMPP 3.4 §5.1.3)");

    public static final FactType BIND = FactType.of(
                    "smpp.bind", "A kind of bind that the server answered (SMPP 3.4 §4.1).")
            .text("kind", "transmitter, receiver or transceiver")
            .text("version", "interface_version of the client, such as 3.4; absent where its request was not seen")
            .flag("accepted", "whether the bind succeeded");

    public static final FactType CREDENTIALS = FactType.of(
                    "smpp.credentials-in-clear", "A class of credentials that a bind carries; never their value.")
            .text("class", "plaintext-password, or none where the password is empty")
            .number("length", "octets of the password");

    public static final FactType SUBSCRIBER_IDENTITY = FactType.of(
                    "smpp.subscriber-identity", "A class of subscriber identity in messages; never its value.")
            .text("class", "msisdn");

    public static final FactType MESSAGE = FactType.of(
                    "smpp.message", "A kind of short message carried; never its text.")
            .text("kind", "submit or deliver")
            .number("data-coding", "data_coding (SMPP 3.4 §5.2.19)");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("smpp.bind-in-clear", "The binds made where nothing encrypts them.", BIND, "kind")
                    .inClear(),
            FieldCheck.of(
                            "smpp.credentials-in-clear",
                            "The class of credentials that binds carry where nothing encrypts them.",
                            CREDENTIALS,
                            "class")
                    .inClear(),
            FieldCheck.of(
                            "smpp.subscriber-identity",
                            "The classes of subscriber identity in messages that nothing encrypts.",
                            SUBSCRIBER_IDENTITY,
                            "class")
                    .inClear());

    private SmppFacts() {}
}
