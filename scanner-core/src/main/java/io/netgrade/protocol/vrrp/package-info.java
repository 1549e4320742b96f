// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * VRRP version 2 (RFC 2338, RFC 3768) and 3 (RFC 5798, RFC 9568), IP protocol 112.
 *
 * <p>Read: the group, the version, and version 2's authentication. Not read: passwords beyond whether they are a known
 * default. CARP, which shares the number, is not claimed. Start at {@link io.netgrade.protocol.vrrp.VrrpProtocol}.
 */
package io.netgrade.protocol.vrrp;
