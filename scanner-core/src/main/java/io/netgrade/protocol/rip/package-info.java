// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * RIP version 1 (RFC 1058) and 2 (RFC 2453) on UDP port 520, RIPng (RFC 2080) on 521.
 *
 * <p>Read: versions and authentication (RFC 2453 §4.1, RFC 2082, RFC 4822). Not read: routes, and passwords. Start at
 * {@link io.netgrade.protocol.rip.RipProtocol}.
 */
package io.netgrade.protocol.rip;
