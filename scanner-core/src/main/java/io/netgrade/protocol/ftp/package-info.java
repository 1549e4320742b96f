// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * FTP (RFC 959) with FEAT (RFC 2389) and AUTH TLS (RFC 4217), on the control connection only. What is read: the greeting,
 * the features, whether AUTH TLS is accepted, and in captures whether a login goes over in clear. Neither user names nor
 * passwords are kept; a probe never sends USER or PASS. Start at {@link io.netgrade.protocol.ftp.FtpProtocol}.
 */
package io.netgrade.protocol.ftp;
