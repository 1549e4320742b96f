// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * SS7 and ISDN signalling over IP: M3UA (RFC 4666), M2UA (RFC 3331), M2PA (RFC 4165), SUA (RFC 3868) and IUA (RFC 4233),
 * over SCTP and, where seen, TCP.
 *
 * <p>Read: who is let in, point codes and networks, and behind them SCCP (ITU-T Q.713 and ANSI T1.112), TCAP (Q.773 and
 * ANSI T1.114) and the operations of MAP, CAP and INAP with their GSMA FS.11 category. Of global titles and subscriber
 * identities only kind and length are told. Not read: ISUP, and whether a global title is the network's own, which nothing
 * on the wire tells. Start at {@link io.netgrade.protocol.sigtran.SigtranProtocol}.
 */
package io.netgrade.protocol.sigtran;
