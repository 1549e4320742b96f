// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * The contract between netgrade and the protocols it knows, and one folder per protocol below it.
 *
 * <p>Protocols do no I/O. A {@link io.netgrade.protocol.Dissector} reads a flow that others had; a
 * {@link io.netgrade.protocol.Conversation} is one side of an exchange; both turn bytes into facts and never see a
 * socket, a clock or a packet. {@code flow} lends the one its flow, {@code probe} lends the other its connection.
 */
package io.netgrade.protocol;
