// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * SS7 on its own links (MTP 2 and 3, ITU-T Q.703 and Q.704), and SS7 and ISDN signalling over IP: M3UA (RFC 4666), M2UA
 * (RFC 3331), M2PA (RFC 4165), SUA (RFC 3868) and IUA (RFC 4233), over SCTP and, where seen, TCP.
 *
 * <p>Read: who is let in, point codes and networks, and behind them SCCP (ITU-T Q.713 and ANSI T1.112), TCAP (Q.773 and
 * ANSI T1.114) and the operations of MAP, CAP and INAP with their GSMA FS.11 category. Of global titles and subscriber
 * identities only kind and length are told. Not read: ISUP, segments of SCCP messages behind the first, and whether a
 * global title is the network's own, which nothing on the wire tells.
 *
 * <p>One reader ({@code Ss7Reader}) has two doors: start at {@link io.netgrade.protocol.ss7.SigtranProtocol} and {@link
 * io.netgrade.protocol.ss7.LinkProtocol}.
 */
package io.netgrade.protocol.ss7;
