// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * The protocol of Zabbix servers, proxies and agents over TCP (Zabbix manual, protocols), ports 10050 and 10051.
 *
 * <p>Read: which requests are answered in clear. Not read: values and scripts' results. What passes inside TLS is this protocol
 * inside that layer; the keys of a passive check in the oldest form are not claimed, as any line of text could be one.
 */
package io.netgrade.protocol.zabbix;
