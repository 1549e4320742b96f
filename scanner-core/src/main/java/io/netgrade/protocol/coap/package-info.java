// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * CoAP over UDP (RFC 7252) and TCP (RFC 8323), usually port 5683.
 *
 * <p>Read: methods that a server answers and how, whether it answers resource discovery (RFC 6690), and whether messages are
 * protected by OSCORE (RFC 8613). Not read: payloads. CoAP inside DTLS or TLS is this protocol inside that layer.
 */
package io.netgrade.protocol.coap;
