// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import java.util.Locale;

/** One application protocol of the radio side: its payload protocol identifier (IANA) and its port. */
enum Interface {
    S1AP(18, 36412),
    NGAP(60, 38412),
    X2AP(27, 36422),
    XNAP(61, 38422),
    F1AP(62, 38472),
    E1AP(64, 38462);

    private final int payloadProtocol;
    private final int port;

    Interface(int payloadProtocol, int port) {
        this.payloadProtocol = payloadProtocol;
        this.port = port;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return this == XNAP ? "XnAP" : name();
    }

    int payloadProtocol() {
        return payloadProtocol;
    }

    int port() {
        return port;
    }

    /** Whether it leads to a core, and carries NAS. */
    boolean core() {
        return this == S1AP || this == NGAP;
    }

    /** Whether both sides are equals, and neither serves. */
    boolean symmetric() {
        return this == X2AP || this == XNAP;
    }

    /** Bits that the choice of the outermost type takes, an extension marker among them where there is one. */
    int choiceBits() {
        return this == F1AP ? 2 : 3;
    }
}
