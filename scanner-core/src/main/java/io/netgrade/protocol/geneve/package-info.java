// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Geneve (RFC 8926), UDP port 6081.
 *
 * <p>Read: which networks are carried. What is carried is handed on. Start at
 * {@link io.netgrade.protocol.geneve.GeneveProtocol}.
 */
package io.netgrade.protocol.geneve;
