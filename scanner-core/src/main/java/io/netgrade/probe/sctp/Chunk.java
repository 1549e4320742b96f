// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

/** Types of chunks, and flags of them (RFC 9260 section 3.2). */
final class Chunk {
    static final int DATA = 0;
    static final int INIT = 1;
    static final int INIT_ACK = 2;
    static final int SACK = 3;
    static final int HEARTBEAT = 4;
    static final int HEARTBEAT_ACK = 5;
    static final int ABORT = 6;
    static final int SHUTDOWN = 7;
    static final int SHUTDOWN_ACK = 8;
    static final int ERROR = 9;
    static final int COOKIE_ECHO = 10;
    static final int COOKIE_ACK = 11;
    /** ECNE and CWR: reserved, and ignored where congestion is not told of. */
    static final int ECNE = 12;

    static final int CWR = 13;
    static final int SHUTDOWN_COMPLETE = 14;

    /** Type, flags and length. */
    static final int HEADER = 4;
    /** The same of DATA, with TSN, stream, sequence and payload protocol. */
    static final int DATA_HEADER = 16;

    static final int END = 1;
    static final int BEGIN = 2;
    /** Of ABORT and SHUTDOWN COMPLETE: the tag is the one that the receiver had given its peer (section 8.5.1). */
    static final int REFLECTED = 1;

    private Chunk() {}

    /** Whether a chunk or a parameter that nobody knows lets what follows it be read (section 3.2, its highest bit). */
    static boolean passesOver(int highestOctet) {
        return (highestOctet & 0x80) != 0;
    }

    /** Whether its sender wants to be told of a chunk or a parameter that nobody knows (the bit below). */
    static boolean wantsReport(int highestOctet) {
        return (highestOctet & 0x40) != 0;
    }
}
