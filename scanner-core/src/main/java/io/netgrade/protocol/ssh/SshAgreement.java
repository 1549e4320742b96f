// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import java.math.BigInteger;
import java.util.Optional;

/** The client's half of an agreement on a shared secret, made for one key exchange with a private value of its own. */
interface SshAgreement {
    /** What the server is sent, without its length field: e of Diffie-Hellman, Q_C of elliptic curves. */
    byte[] publicValue();

    /** The shared secret K; empty where the server's value cannot be one. */
    Optional<BigInteger> secret(byte[] serverValue);
}
