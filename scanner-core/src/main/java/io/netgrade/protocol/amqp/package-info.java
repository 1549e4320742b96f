// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * AMQP 0-8 to 0-9-1 and 1.0 over TCP, usually port 5672; inside TLS usually 5671.
 *
 * <p>Read: the version, the SASL mechanisms that a broker offers, the one that a client takes (never its response), whether
 * that was accepted, and the broker's product. Not read: messages.
 */
package io.netgrade.protocol.amqp;
