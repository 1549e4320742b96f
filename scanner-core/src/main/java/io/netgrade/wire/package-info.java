// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Bytes in place: a window on bytes that belong to someone else ({@link io.netgrade.wire.ByteView}) and a reader of
 * field after field ({@link io.netgrade.wire.ByteCursor}). Both take hostile bytes; neither copies unless its method
 * says so.
 */
package io.netgrade.wire;
