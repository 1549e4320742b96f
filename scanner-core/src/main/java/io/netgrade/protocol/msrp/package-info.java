// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * MSRP (RFC 4975), which carries the messages and files of a session that SIP has set up. Contents are never looked at.
 * Start at {@link io.netgrade.protocol.msrp.MsrpProtocol}.
 */
package io.netgrade.protocol.msrp;
