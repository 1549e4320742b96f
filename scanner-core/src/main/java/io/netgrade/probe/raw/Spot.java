// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** An address and a port as numbers; one object that is filled again for every packet. */
final class Spot {
    /** Whether the address is of IPv6; where it is not, it is the lower half's lowest 32 bits. */
    boolean ipv6;

    long high;
    long low;
    int port;

    void set(boolean six, long upper, long lower, int at) {
        ipv6 = six;
        high = upper;
        low = lower;
        port = at;
    }

    void set(byte[] address, int at) {
        ByteBuffer view = ByteBuffer.wrap(address);
        if (address.length == 4) {
            set(false, 0, view.getInt() & 0xFFFF_FFFFL, at);
        } else {
            set(true, view.getLong(), view.getLong(), at);
        }
    }

    Spot copy() {
        Spot same = new Spot();
        same.set(ipv6, high, low, port);
        return same;
    }

    /** Whether the address is the same. */
    boolean isAt(Spot other) {
        return ipv6 == other.ipv6 && high == other.high && low == other.low;
    }

    byte[] address() {
        return ipv6
                ? ByteBuffer.allocate(16).putLong(high).putLong(low).array()
                : ByteBuffer.allocate(4).putInt((int) low).array();
    }

    Endpoint endpoint(Transport transport) {
        try {
            return new Endpoint(InetAddress.getByAddress(address()), port, transport);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of 4 or 16 bytes", e);
        }
    }
}
