// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.fact.Attempt.Status;

/** What is known of an endpoint. */
enum Finding {
    /** Nothing came back. */
    SILENT(0, Status.FILTERED, ""),
    /** It accepts connections. */
    OPEN(1, Status.ANSWERED, ""),
    /** It says that nobody listens. */
    CLOSED(2, Status.REFUSED, ""),
    /** ICMP says that somebody forbids it. */
    PROHIBITED(3, Status.FILTERED, "ICMP: administratively prohibited"),
    /** ICMP says so, and not the transport itself, as a host would: somebody before it does. */
    PORT_UNREACHABLE(4, Status.FILTERED, "ICMP: port unreachable"),
    /** ICMP says that the host has no such transport. */
    PROTOCOL_UNREACHABLE(5, Status.REFUSED, "ICMP: protocol unreachable"),
    /** ICMP says that nothing leads there. */
    UNREACHABLE(6, Status.UNREACHABLE, "ICMP: host or network unreachable"),
    /** The system has no way there. */
    NO_ROUTE(7, Status.UNREACHABLE, "no route"),
    /** Nothing was sent. */
    OUT_OF_SCOPE(8, Status.OUT_OF_SCOPE, "");

    private static final Finding[] BY_CODE = new Finding[values().length];

    static {
        for (Finding finding : values()) {
            BY_CODE[finding.code] = finding;
        }
    }

    private final int code;
    private final Status status;
    private final String detail;

    Finding(int code, Status status, String detail) {
        this.code = code;
        this.status = status;
        this.detail = detail;
    }

    static Finding of(int code) {
        return BY_CODE[code];
    }

    /** A small number that stands for it; 0 for {@link #SILENT}. */
    byte code() {
        return (byte) code;
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
