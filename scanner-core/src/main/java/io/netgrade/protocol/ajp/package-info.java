// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * AJP13, by which web servers hand requests to application servers (Apache Tomcat connectors), over TCP, usual port 8009:
 * that it is there, whether forwarded requests carry the shared secret, and whether one was refused for want of it. Where
 * they go and what they hold is passed over. Start at {@link io.netgrade.protocol.ajp.AjpProtocol}.
 */
package io.netgrade.protocol.ajp;
