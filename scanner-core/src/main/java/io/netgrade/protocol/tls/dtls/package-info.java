// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * DTLS 1.0 to 1.3 (RFC 4347, 6347, 9147) over UDP and SCTP, with the numbers that OpenSSL wrote before 0.9.8f: records and
 * fragments. What the messages say is read by {@link io.netgrade.protocol.tls.TlsHandshake}, in facts of the same names.
 *
 * <p>Not read: what is ciphered, and records behind one that is ciphered with a connection id (RFC 9146) of unknown length.
 */
package io.netgrade.protocol.tls.dtls;
