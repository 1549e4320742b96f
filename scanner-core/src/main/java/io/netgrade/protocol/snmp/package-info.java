// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * SNMP v1, v2c and v3 (RFC 1157, 1901, 3412 to 3414), over UDP and TCP (RFC 3430), usually port 161.
 *
 * <p>Read: which versions an agent answers, the class and length of the communities it accepts (never their value), the
 * security level of answered v3 requests, the engine's facts, and the software that sysDescr.0 discloses. Not read:
 * variables other than that one, and the authentication and privacy protocols, which no message names. Who takes
 * traps and informs (port 162) is a service, too, but no agent: of it only what is sent there is stated. Start at
 * {@link io.netgrade.protocol.snmp.SnmpProtocol}.
 */
package io.netgrade.protocol.snmp;
