// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * LDAP version 3 over TCP and, without connections, over UDP (RFC 4511, RFC 1798), usually port 389, up to TLS.
 *
 * <p>Read: how clients bind and whether the server lets them, that a password went over in clear (its class only),
 * StartTLS, and what the root entry discloses. Not read: names and entries. Start at
 * {@link io.netgrade.protocol.ldap.LdapProtocol}.
 */
package io.netgrade.protocol.ldap;
