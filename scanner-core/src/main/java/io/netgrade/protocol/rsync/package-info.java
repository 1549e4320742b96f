// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * rsync's daemon protocol, usually port 873.
 *
 * <p>Read: its version, the modules that it lists to whoever asks, and whether a module wants a log-in. Not read: users
 * and files. Start at {@link io.netgrade.protocol.rsync.RsyncProtocol}.
 */
package io.netgrade.protocol.rsync;
