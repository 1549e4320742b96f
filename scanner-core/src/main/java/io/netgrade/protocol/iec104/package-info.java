// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * IEC 60870-5-104 over TCP, usually port 2404: telecontrol of substations.
 *
 * <p>Read: which kinds of application data units pass and whether secure authentication (IEC 62351-5) is used. Not read:
 * the values. The controlled station serves. IEC 62351-3 is this protocol inside TLS.
 */
package io.netgrade.protocol.iec104;
