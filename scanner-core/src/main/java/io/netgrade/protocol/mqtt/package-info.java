// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * MQTT 3.1, 3.1.1 and 5 over TCP (OASIS MQTT 5.0), usually port 1883; inside TLS usually 8883.
 *
 * <p>Read: the version, which kind of credentials a client gave (never their value, and no client identifier), and whether
 * the broker took it. Not read: topics and payloads. A connection whose CONNECT was not seen is not claimed.
 */
package io.netgrade.protocol.mqtt;
