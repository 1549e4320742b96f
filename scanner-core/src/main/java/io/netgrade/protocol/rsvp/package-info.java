// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * RSVP (RFC 2205) and its traffic engineering (RFC 3209), IP protocol 46.
 *
 * <p>Read: which messages are sent and whether they bear an INTEGRITY object (RFC 2747). Not read: sessions and labels.
 * Start at {@link io.netgrade.protocol.rsvp.RsvpProtocol}.
 */
package io.netgrade.protocol.rsvp;
