// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Headers read in place: link, IP, TCP, UDP and SCTP, as flyweights over a {@link io.netgrade.wire.ByteView}. {@code wrap}
 * answers false where the bytes cannot hold the header. {@link io.netgrade.packet.Packet} walks them from the link to the
 * payload, and puts fragmented IP datagrams together where it was given {@link io.netgrade.packet.Fragments}: nothing else
 * keeps state from one frame to the next. Nothing here allocates for a frame that is no fragment.
 */
@NullMarked
package io.netgrade.packet;

import org.jspecify.annotations.NullMarked;
