// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * sFlow versions 2, 4 and 5 over UDP (RFC 3176, sflow.org version 5), port 6343.
 *
 * <p>Read: which version a collector is sent. Not read: the samples. The collector serves and never answers, so that what is
 * seen of one is at most likely.
 */
package io.netgrade.protocol.sflow;
