// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * EtherNet/IP, the encapsulation of CIP (ODVA, CIP Networks Library volume 2), TCP and UDP port 44818.
 *
 * <p>Read: the encapsulation commands that a device answers, and the identity that it discloses. Not read: the CIP services
 * within, and implicit messages (UDP 2222), which have no header of their own. CIP Security is this protocol inside TLS.
 */
package io.netgrade.protocol.enip;
