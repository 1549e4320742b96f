// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * IAX2 (RFC 5456), by which Asterisk servers carry calls over one UDP port: whether calls and registrations are
 * challenged and how, and whether calls are encrypted. Start at {@link io.netgrade.protocol.iax2.Iax2Protocol}.
 */
package io.netgrade.protocol.iax2;
