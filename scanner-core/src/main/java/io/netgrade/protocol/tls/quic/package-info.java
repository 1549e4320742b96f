// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * QUIC (RFC 9000, 9001, 9369, drafts 22 to 34, and Google's own before them): packets, their Initial keys, and the
 * stream of CRYPTO frames. What the messages say is read by {@link io.netgrade.protocol.tls.TlsHandshake}, in facts of the
 * same names.
 *
 * <p>Not read: what is ciphered with other keys than those of Initial packets, certificates among it; whatever Google's
 * QUIC says besides the name asked for.
 */
package io.netgrade.protocol.tls.quic;
