// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * S7comm and S7comm-plus over ISO on TCP (RFC 1006, ISO 8073), usually port 102: Siemens controllers. Their grammar is not
 * published by the maker; the constants are those that packet analysers agree on.
 *
 * <p>Read: the functions that a controller performs, the variant, and the order number and version that it discloses. Not
 * read: variables and blocks. A connection in which only ISO transport was set up is not claimed: MMS and RDP begin so too.
 */
package io.netgrade.protocol.s7comm;
