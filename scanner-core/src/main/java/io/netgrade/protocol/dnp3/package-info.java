// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * DNP3 (IEEE 1815-2012) over TCP and UDP, usually port 20000: telecontrol of utilities.
 *
 * <p>Read: the application functions that an outstation answers and whether secure authentication (version 5) is used. Not
 * read: the objects. The outstation serves. Each data link header is checked by its CRC.
 */
package io.netgrade.protocol.dnp3;
