// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * TLS to netgrade: TLS 1.0 to 1.3 (RFC 2246, 4346, 5246, 8446), SSLv3 (RFC 6101) and SSLv2 over TCP, read and asked with
 * our own bytes.
 *
 * <p>Read in captures: both hellos, the certificates and the group or prime of TLS 1.2 and before, whether a client
 * certificate is asked for, and the fingerprints JA3, JA3S (BSD) and JA4 (BSD; no other method of JA4+). Asked of
 * servers: every version, suite and group in its order, compression, and the extensions that harden a session; the
 * certificates of TLS 1.3 are decrypted with a key share of our own. No handshake is ever finished and no data is sent.
 * Trust is not judged here: a chain is measured against itself only.
 *
 * <p>Not read: DTLS, QUIC, TLCP (GB/T 38636), what lies behind a resumed session, and the client's own certificate.
 */
package io.netgrade.protocol.tls;
