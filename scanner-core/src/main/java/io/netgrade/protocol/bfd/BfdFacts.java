// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bfd;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a BFD speaker, and the checks of it. */
public final class BfdFacts {
    public static final FactType AUTHENTICATION = FactType.of(
                    "bfd.authentication", "How a control packet was authenticated (RFC 5880 §4.2 to 4.4).")
            .text("type", "none, simple-password, keyed-md5, meticulous-keyed-md5, keyed-sha1 or meticulous-keyed-sha1")
            .text("path", "single-hop, multihop, link or seamless, as its port says");

    public static final FactType SESSION = FactType.of("bfd.session", "A session that a speaker keeps.")
            .text("state", "admin-down, down, init or up (RFC 5880 §4.1)")
            .text("path", "single-hop, multihop, link or seamless, as its port says")
            .number("time-to-live", "of the packet where it was seen; 255 on one hop (RFC 5881 §5)");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("bfd.authentication", "How control packets are authenticated.", AUTHENTICATION, "type"),
            FieldCheck.of(
                    "bfd.time-to-live",
                    "The time to live with which control packets arrive (RFC 5082, RFC 5881 §5).",
                    SESSION,
                    "time-to-live"));

    private BfdFacts() {}
}
