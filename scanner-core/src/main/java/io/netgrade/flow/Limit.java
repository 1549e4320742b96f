// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import java.util.Locale;

/** What can keep a part of a capture from being seen, each counted. */
public enum Limit {
    /** Flows let go because all flows together had too much buffered. */
    BUFFERS,
    /** Datagrams that the snapshot length cut, or of which only the first fragment was read: not given to a reader. */
    CUT_DATAGRAMS,
    /** Frames that the snapshot length cut within their headers. */
    CUT_HEADERS,
    /** Packets inside packets inside packets, deeper than is followed. */
    ENCLOSED_TOO_DEEP,
    /** Flows forgotten because the table was full. */
    FLOW_TABLE,
    /** Holes in TCP streams and SCTP messages that were given up: loss in the capture, or its snapshot length. */
    HOLES,
    /** Readers ended by a hole. */
    HOLES_ENDED_READERS,
    /** Parts of IP datagrams that were not read, because other parts of the datagram never came or came too late. */
    IP_FRAGMENTS,
    /** IP datagrams whose parts contradict each other: receivers may have read them differently. */
    IP_FRAGMENT_OVERLAPS,
    /** Wireless frames made of several (A-MSDU), of which only the first was read. */
    LINK_AGGREGATES,
    /** Frames that the link itself encrypts: MACsec, a wireless network. */
    LINK_ENCRYPTED,
    /** Readers ended because what they were given broke their protocol's grammar. */
    MALFORMED_IN_PROTOCOL,
    /** SCTP associations of which one direction had no packet. */
    ONE_SIDED_SCTP,
    /** TCP flows, beyond a bare SYN, of which one direction had no frame. */
    ONE_SIDED_TCP,
    /** UDP flows of which one direction had no frame. */
    ONE_SIDED_UDP,
    /** Flows whose opening was too long, or had a hole, before a protocol recognised it. */
    OPENINGS,
    /** Messages of signalling links that were not read, as nothing told how long their point codes are. */
    POINT_CODES_UNTOLD,
    /** Readers ended after as much of a flow as one may read. */
    READ_BYTES,
    /** Observations beyond those that repetitions are told from. */
    REPETITIONS,
    /** TCP segments whose bytes are others than those of the same place in another: a receiver may have kept either. */
    TCP_CONTRADICTIONS,
    /** TCP segments that repeat the end of what was read, which cannot be compared any more, and go on beyond it. */
    TCP_OVERLAPS,
    /** Readers ended because they left too much unread. */
    UNREAD_BYTES;

    /** Kebab-case, as files and reports write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
