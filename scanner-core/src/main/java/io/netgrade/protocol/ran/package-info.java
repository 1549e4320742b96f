// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * The radio side of a mobile core: S1AP (TS 36.413), NGAP (TS 38.413), X2AP (TS 36.423), XnAP (TS 38.423), F1AP (TS 38.473)
 * and E1AP (TS 37.483), over SCTP, in the aligned packed encoding rules (ITU-T X.691); and what S1AP and NGAP carry of NAS
 * (TS 24.301, TS 24.501).
 *
 * <p>Read: procedures, names of nodes, and of NAS how messages are protected, which algorithms were chosen, how
 * subscribers are named, and whether they get new temporary names. Of identities only kind and length are told. NAS that
 * is ciphered is read only where the null algorithm was seen to be chosen. Of RRC only the
 * choice of algorithms is read, in F1AP. Not read: later entries of lists of bearers or sessions, and session
 * management. Start at {@link io.netgrade.protocol.ran.RanProtocol}.
 */
package io.netgrade.protocol.ran;
