// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * SLP versions 1 and 2 over UDP and TCP (RFC 2165, RFC 2608), port 427.
 *
 * <p>Read: which functions a server answers and in which version, and whether it answers what was sent to it alone, which
 * makes it an amplifier. Not read: the services that it lists.
 */
package io.netgrade.protocol.slp;
