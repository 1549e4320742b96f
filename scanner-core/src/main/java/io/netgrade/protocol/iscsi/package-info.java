// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * iSCSI (RFC 7143), usually port 3260.
 *
 * <p>Read: how initiators log in and whether the target lets them. Not read: names of initiators, secrets and blocks.
 * Start at {@link io.netgrade.protocol.iscsi.IscsiProtocol}.
 */
package io.netgrade.protocol.iscsi;
