// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Cisco Smart Install, usually port 4786: it answers whoever asks, and takes its configuration from them.
 *
 * <p>Read: that a client of Smart Install answers. Not read: configurations. Start at
 * {@link io.netgrade.protocol.smartinstall.SmartInstallProtocol}.
 */
package io.netgrade.protocol.smartinstall;
