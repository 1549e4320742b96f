// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * NNTP over TCP (RFC 3977, RFC 4642, RFC 4643), port 119; inside TLS port 563.
 *
 * <p>Read: whether a server offers STARTTLS and posting, of what class a login was and whether in clear, and the software that
 * the greeting discloses. Not read: articles. What follows STARTTLS is looked into as TLS.
 */
package io.netgrade.protocol.nntp;
