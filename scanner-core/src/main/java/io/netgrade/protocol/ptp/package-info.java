// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * PTP version 2 (IEEE 1588-2008 and -2019) over UDP ports 319 and 320 and over Ethernet (EtherType 0x88F7).
 *
 * <p>Read: which messages a clock sends, its domain, and whether they bear an AUTHENTICATION TLV (IEEE 1588-2019 §16.14). Not
 * read: times. Clocks serve each other.
 */
package io.netgrade.protocol.ptp;
