// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * TLS to netgrade: TLS 1.0 to 1.3 (RFC 2246, 4346, 5246, 8446), SSLv3 (RFC 6101) and SSLv2 over TCP, read and asked with
 * our own bytes.
 *
 * <p>Read in captures: both hellos, the certificates of both sides and the group or prime of TLS 1.2 and before, alerts
 * in clear, resumption, and the fingerprints JA3, JA3S (BSD) and JA4 (BSD; no other method of JA4+). TLCP (GB/T
 * 38636-2020) is read by the same classes under its own id; {@code dtls} and {@code quic} below carry the same messages
 * to {@link io.netgrade.protocol.tls.TlsHandshake}, each with a {@link io.netgrade.protocol.tls.TlsVocabulary}. Asked of
 * servers: every version, suite and group in its order, compression, and the extensions that harden a session; the
 * certificates of TLS 1.3 are decrypted with a key share of our own. No handshake is ever finished and no data is sent.
 * Trust is not judged here: a chain is measured against itself only.
 *
 * <p>Not read: what is ciphered, the certificates of TLS 1.3 among it, and what lies behind a resumed session.
 */
package io.netgrade.protocol.tls;
