// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.fact.Attempt.Status;

/** What is known of an endpoint. */
enum Finding {
    /** Nothing came back. */
    SILENT(Status.FILTERED, ""),
    /** It accepts connections. */
    OPEN(Status.ANSWERED, ""),
    /** It says that nobody listens. */
    CLOSED(Status.REFUSED, ""),
    /** ICMP says that somebody forbids it. */
    PROHIBITED(Status.FILTERED, "ICMP: administratively prohibited"),
    /** ICMP says so, and not the transport itself, as a host would: somebody before it does. */
    PORT_UNREACHABLE(Status.FILTERED, "ICMP: port unreachable"),
    /** ICMP says that the host has no such transport. */
    PROTOCOL_UNREACHABLE(Status.REFUSED, "ICMP: protocol unreachable"),
    /** ICMP says that nothing leads there. */
    UNREACHABLE(Status.UNREACHABLE, "ICMP: host or network unreachable"),
    /** The system has no way there. */
    NO_ROUTE(Status.UNREACHABLE, "no route"),
    /** Nothing was sent. */
    OUT_OF_SCOPE(Status.OUT_OF_SCOPE, "");

    private static final Finding[] ALL = values();

    private final Status status;
    private final String detail;

    Finding(Status status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    static Finding of(int ordinal) {
        return ALL[ordinal];
    }

    Status status() {
        return status;
    }

    String detail() {
        return detail;
    }

    /** Whether the endpoint itself has said it. */
    boolean own() {
        return this == OPEN || this == CLOSED;
    }
}
