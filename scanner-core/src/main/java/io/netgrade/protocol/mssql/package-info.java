// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Microsoft SQL Server's Tabular Data Stream, TDS 7 and 8 (MS-TDS), usually port 1433.
 *
 * <p>Read: what both sides say of encryption in PRELOGIN, that a LOGIN7 went over in clear (its class only), the
 * server's version, and the handshake of TLS that TDS packets carry (as TLS). Not read: users, databases, queries. Start at
 * {@link io.netgrade.protocol.mssql.MssqlProtocol}.
 */
package io.netgrade.protocol.mssql;
