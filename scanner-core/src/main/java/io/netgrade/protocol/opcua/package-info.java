// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * OPC UA over TCP in its binary encoding (OPC 10000-6 §7), usually port 4840.
 *
 * <p>Read: the security policy of a channel and, where that is None, what passes in clear: the endpoints that a server lists
 * with their security modes and kinds of user token, and the kind of token with which a session was activated. Not read:
 * values. OPC UA over HTTPS and WebSocket is not looked into.
 */
package io.netgrade.protocol.opcua;
