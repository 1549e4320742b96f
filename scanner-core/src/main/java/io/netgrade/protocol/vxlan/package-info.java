// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * VXLAN (RFC 7348, UDP port 4789, 8472 on older Linux) and its generic extension (port 4790).
 *
 * <p>Read: which networks are carried. What is carried is handed on. Start at
 * {@link io.netgrade.protocol.vxlan.VxlanProtocol}.
 */
package io.netgrade.protocol.vxlan;
