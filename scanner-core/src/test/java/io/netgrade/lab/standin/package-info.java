// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Small nodes of protocols that no package of the lab tree speaks, over real sockets of loopback.
 *
 * <p>Each is written from the document that it names, and from nothing of netgrade: it checks what it is asked as strictly
 * as that document has it, answers what the document says even to what it forbids, and notes the breach. Start at
 * {@link io.netgrade.lab.standin.StandIn}.
 */
package io.netgrade.lab.standin;
