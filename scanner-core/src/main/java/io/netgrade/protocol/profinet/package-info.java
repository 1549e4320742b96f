// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * PROFINET over Ethernet (EtherType 0x8892, IEC 61158-6-10): discovery and configuration (DCP), cyclic data and alarms.
 *
 * <p>Read: which kinds of frame a station sends, and what it tells of itself by DCP. Not read: process data. A station that
 * answers DCP serves; frames in real time show stations that serve each other. PROFINET's services over UDP (port 34964) are
 * DCE/RPC.
 */
package io.netgrade.protocol.profinet;
