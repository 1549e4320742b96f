// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * H.323: registration, admission and status (RAS) over UDP and call signalling in Q.931 messages over TCP (both ITU-T
 * H.225.0). Numbers are never kept. Nothing is asked: the first message of a caller rings. Start at {@link io.netgrade.protocol.h323.H323Protocol}.
 */
package io.netgrade.protocol.h323;
