// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Modbus over TCP and UDP (Modbus Messaging on TCP/IP Implementation Guide V1.0b, Application Protocol V1.1b3), port 502.
 *
 * <p>Read: which functions a device answers or refuses, and what it says of itself (function 43/14). Not read: registers.
 * The protocol knows no authentication; Modbus/TCP Security is Modbus inside TLS.
 */
package io.netgrade.protocol.modbus;
