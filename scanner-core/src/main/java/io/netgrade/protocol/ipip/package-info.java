// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * IP straight in IP: IPv4 within (RFC 2003, IP protocol 4) and IPv6 within (RFC 4213, RFC 2473, IP protocol 41).
 *
 * <p>Read: that there is such a tunnel and of what kind. What it carries is handed on. Start at
 * {@link io.netgrade.protocol.ipip.IpipProtocol}.
 */
package io.netgrade.protocol.ipip;
