// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Skinny (SCCP), by which Cisco telephones are commanded by their call manager: who registers, and in which version.
 * Nothing is asked: the first word of a telephone is that it registers. Start at {@link io.netgrade.protocol.skinny.SkinnyProtocol}.
 */
package io.netgrade.protocol.skinny;
