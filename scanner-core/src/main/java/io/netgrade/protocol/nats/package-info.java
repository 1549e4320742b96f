// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * NATS (docs.nats.io, client protocol), TCP port 4222.
 *
 * <p>Read: what the server's INFO says of login and TLS, its version, and of what class a client's credentials are (never
 * their value). Not read: messages. Where TLS follows on INFO, it is looked into as TLS.
 */
package io.netgrade.protocol.nats;
