// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsDHGroupVerifier;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.DHGroup;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * What BouncyCastle calculates with, for a server of which nothing is trusted: weak keys are as good as strong ones, and what
 * would cost too much to calculate with, or to read, is refused.
 */
final class TlsSessionCrypto extends BcTlsCrypto implements TlsDHGroupVerifier {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_PRIME_BITS = 8192;

    TlsSessionCrypto() {
        super(RANDOM);
    }

    @Override
    public TlsCertificate createCertificate(short type, byte[] encoding) throws IOException {
        if (!Der.isModest(encoding)
                || !TlsSignatureVerification.isCalculable(io.netgrade.protocol.tls.TlsCertificate.of(encoding))) {
            throw new TlsFatalAlert(AlertDescription.unsupported_certificate);
        }
        return super.createCertificate(type, encoding);
    }

    @Override
    public boolean accept(DHGroup group) {
        BigInteger prime = group.getP();
        return prime.bitLength() <= MOST_PRIME_BITS && prime.testBit(0) && prime.signum() > 0;
    }
}
