// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Memcached, its text and its binary protocol over TCP and UDP, usually port 11211.
 *
 * <p>Read: which protocol is spoken, whether commands are answered without a log-in, and the version. Not read: keys and
 * values. Start at {@link io.netgrade.protocol.memcached.MemcachedProtocol}.
 */
package io.netgrade.protocol.memcached;
