// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

/** What the headers below tell of the bytes being read: for protocols that are judged by how they are carried. */
public interface Carriage {
    /** Of bytes of which nothing is known but themselves, as in a probe. */
    Carriage UNKNOWN = new Carriage() {};

    /** Of a user message of SCTP, of which nothing is known but what it is. */
    static Carriage ofMessage(long payloadProtocol) {
        return new Carriage() {
            @Override
            public long payloadProtocol() {
                return payloadProtocol;
            }
        };
    }

    /** Time to live or hop limit of the packet that brought the newest bytes; -1 where unknown. */
    default int timeToLive() {
        return -1;
    }

    /** Whether TCP segments of both directions seen so far were signed with MD5 (RFC 2385, option 19). */
    default boolean tcpMd5() {
        return false;
    }

    /** Whether TCP segments of both directions seen so far were authenticated with TCP-AO (RFC 5925, option 29). */
    default boolean tcpAo() {
        return false;
    }

    /** The payload protocol identifier of an SCTP user message (RFC 9260 section 3.3.1, IANA); -1 for anything else. */
    default long payloadProtocol() {
        return -1;
    }

    /** Whether the newest bytes went to a multicast or broadcast address. */
    default boolean multicast() {
        return false;
    }

    /**
     * The point code of signalling that the newest bytes came from, with the network indicator (ITU-T Q.704 14.2.2) in the
     * bits from 32 on; -1 where they came from none.
     */
    default long originatingPoint() {
        return -1;
    }

    /** The point code of signalling that the newest bytes went to, as {@link #originatingPoint}. */
    default long destinationPoint() {
        return -1;
    }
}
