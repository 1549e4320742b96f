// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * DHCP and BOOTP over UDP (RFC 2131, RFC 951), ports 67 and 68, and DHCPv6 (RFC 8415), ports 546 and 547.
 *
 * <p>Read: with which messages a server or relay answers, under which server identifier, and whether the answers are
 * authenticated (RFC 3118, RFC 8415 §20). Not read: clients' names and addresses. A client's broadcast shows where servers
 * are looked for, not that one is there.
 */
package io.netgrade.protocol.dhcp;
