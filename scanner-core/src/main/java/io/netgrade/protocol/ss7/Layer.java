// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import java.util.Locale;

/** One adaptation layer: its payload protocol identifier (IANA), its port, and the message classes that only it has. */
enum Layer {
    M3UA(3, 2905, 1 << 1, 0x0210),
    M2UA(2, 2904, 1 << 6 | 1 << 10, 0x0300),
    M2PA(5, 3565, 1 << 11, 0),
    SUA(4, 14001, 1 << 7 | 1 << 8, 0x010B),
    IUA(1, 9900, 1 << 5, 0x000E);

    private static final int SHARED = 1 << 0 | 1 << 3 | 1 << 4;
    private static final int NETWORK_MANAGEMENT = 1 << 2;
    private static final int ROUTING_KEYS = 1 << 9;

    private final int payloadProtocol;
    private final int port;
    private final int own;
    private final int data;

    Layer(int payloadProtocol, int port, int own, int data) {
        this.payloadProtocol = payloadProtocol;
        this.port = port;
        this.own = own;
        this.data = data;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return name();
    }

    int payloadProtocol() {
        return payloadProtocol;
    }

    int port() {
        return port;
    }

    /** The tag of the parameter that holds what is carried; 0 where it stands in no parameter. */
    int data() {
        return data;
    }

    /** Whether no other layer has messages of that class. */
    boolean owns(int messageClass) {
        return (own & 1 << messageClass) != 0;
    }

    /** Whether it has messages of that class. */
    boolean has(int messageClass) {
        int shared = this == M2PA ? 0 : SHARED;
        int network = this == M3UA || this == SUA ? NETWORK_MANAGEMENT | ROUTING_KEYS : 0;
        return ((own | shared | network) & 1 << messageClass) != 0;
    }

    /** Whether both sides are equals, and neither serves. */
    boolean symmetric() {
        return this == M2PA;
    }
}
