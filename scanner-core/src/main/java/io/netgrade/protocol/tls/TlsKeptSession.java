// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Optional;
import org.bouncycastle.tls.TlsSession;

/**
 * A session up to TLS 1.2 that a server may resume.
 *
 * @param session with the identifier that names it in the next hello
 * @param ticket that the server gave; empty where it remembers the session itself
 */
record TlsKeptSession(TlsSession session, Optional<byte[]> ticket) {}
