// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * BACnet/IP (ANSI/ASHRAE 135-2020 annex J), UDP port 47808: building control.
 *
 * <p>Read: the services that a device answers, and the instance and vendor that it announces, and the model and
 * firmware that it tells who reads them. Not read: other properties. The
 * device serves; BACnet/SC is WebSocket inside TLS and is not looked into.
 */
package io.netgrade.protocol.bacnet;
