// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Kerberos version 5 (RFC 4120) over UDP and TCP, usually port 88.
 *
 * <p>Read: the encryption types that clients ask for and the key distribution centre takes, whether it gives tickets
 * without pre-authentication, its errors, and its realm. Not read: names of users and services, and tickets. Start at
 * {@link io.netgrade.protocol.kerberos.KerberosProtocol}.
 */
package io.netgrade.protocol.kerberos;
