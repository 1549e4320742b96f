// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Headers read in place: link, IP, TCP and UDP, as flyweights over a {@link io.netgrade.wire.ByteView}. {@code wrap}
 * answers false where the bytes cannot hold the header. {@link io.netgrade.packet.Packet} walks them from the link to the
 * payload. Nothing here allocates, and nothing keeps state from one frame to the next.
 */
package io.netgrade.packet;
