// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * The small services that inetd once gave: echo (RFC 862), discard (RFC 863), chargen (RFC 864), quote of the day (RFC 865),
 * daytime (RFC 867), time (RFC 868) and finger (RFC 1288), over TCP and UDP.
 *
 * <p>Most have no grammar: only their port tells them from others, and their services are then seen by port alone. chargen,
 * daytime and finger's usual answers have a shape. Read: that they answer, and with how much.
 */
package io.netgrade.protocol.inetd;
