// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Microsoft SQL Server's Tabular Data Stream, TDS 7 and 8 (MS-TDS), usually port 1433.
 *
 * <p>Read: what both sides say of encryption in PRELOGIN, that a LOGIN7 went over in clear (its class only), and the
 * server's version. Not read: users, databases, queries, and TLS inside TDS packets. Start at
 * {@link io.netgrade.protocol.mssql.MssqlProtocol}.
 */
package io.netgrade.protocol.mssql;
