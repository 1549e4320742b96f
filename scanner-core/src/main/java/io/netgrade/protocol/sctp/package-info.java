// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/** SCTP where the user of an association is not known (RFC 9260). */
@org.jspecify.annotations.NullMarked
package io.netgrade.protocol.sctp;
