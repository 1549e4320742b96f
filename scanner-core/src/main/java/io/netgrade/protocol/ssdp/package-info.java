// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * SSDP (UPnP Device Architecture 2.0 section 1) over UDP, usual port 1900: searches, announcements and answers, what kinds
 * of device and service they name (an Internet gateway among them), and the software. Descriptions are fetched over HTTP
 * and not read here. Start at {@link io.netgrade.protocol.ssdp.SsdpProtocol}.
 */
package io.netgrade.protocol.ssdp;
