// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * TFTP over UDP (RFC 1350, options of RFC 2347 to 2349), port 69.
 *
 * <p>Read: whether a server reads out or takes files, and whether it refuses. A request goes to the usual port and its answer
 * comes from a new one: both flows are recognised, each by what it begins with, and the server is at both. Not read: file
 * names and contents.
 */
package io.netgrade.protocol.tftp;
