// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

/**
 * Bytes of a file that begin where a line begins and end with a line feed, but for the last of a file, which may end anywhere,
 * and one that ends a line that has no end.
 *
 * @param bytes to be read up to {@code size}
 */
@SuppressWarnings("ArrayRecordComponent") // handed from the one who reads the file to the one who reads the lines
record LineBlock(byte[] bytes, int size) {}
