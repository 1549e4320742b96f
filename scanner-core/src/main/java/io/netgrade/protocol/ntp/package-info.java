// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * NTP versions 1 to 4 over UDP (RFC 5905, RFC 9327 for mode 6, ntpd's private mode 7), port 123.
 *
 * <p>Read: the modes and versions that a server answers, by what its answers are authenticated (a key, or NTS as of RFC
 * 8915), whether it answers control and private requests, and the software that it discloses there. Not read: clocks.
 * NTS key establishment is TLS with ALPN {@code ntske/1}.
 */
package io.netgrade.protocol.ntp;
