// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.util.Locale;

/** What carries an application protocol. {@link #IP} stands for protocols straight over IP, such as OSPF or ESP. */
public enum Transport {
    IP,
    SCTP,
    TCP,
    UDP;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The word used in reports and files: {@code tcp}, {@code udp}, {@code sctp}, {@code ip}. */
    public String id() {
        return id;
    }

    public static Transport of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
