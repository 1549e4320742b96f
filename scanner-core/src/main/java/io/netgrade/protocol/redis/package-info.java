// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Redis: its serialization protocol RESP, versions 2 and 3, over TCP, usually port 6379.
 *
 * <p>Read: whether commands are answered without a login, mode and role, and the software's version. Not read: keys,
 * values and what AUTH carries. Start at {@link io.netgrade.protocol.redis.RedisProtocol}.
 */
package io.netgrade.protocol.redis;
