// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * syslog over UDP and TCP (RFC 3164, RFC 5424, RFC 5426, RFC 6587), port 514; inside TLS (RFC 5425) port 6514.
 *
 * <p>Read: in which format messages pass, and whether in clear. Not read: what they say. The collector serves and never
 * answers, so that what is seen of one is at most likely.
 */
package io.netgrade.protocol.syslog;
