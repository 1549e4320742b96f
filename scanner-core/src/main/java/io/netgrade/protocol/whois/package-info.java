// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * WHOIS (RFC 3912) over TCP, usual port 43: one line asked, one text answered. The protocol has no marks of its own; what
 * tells it are the words with which registries begin. Start at {@link io.netgrade.protocol.whois.WhoisProtocol}.
 */
package io.netgrade.protocol.whois;
