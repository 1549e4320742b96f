// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;

/**
 * A throw-away key and self-signed certificate, made by the tree's openssl for one run of a server.
 *
 * @param key the private key's file inside the tree
 * @param chain the certificate's file inside the tree
 */
public record Certificate(String key, String chain) {
    /**
     * Makes one for the name {@code lab.example}.
     *
     * @param newKey what openssl calls the key: {@code rsa:1024}, or {@code ec:prime256v1}
     * @param hash of the signature: {@code sha256}, {@code sha1} or {@code md5}
     * @param days of validity, from now on
     */
    public static Certificate selfSigned(Place place, String newKey, String hash, int days) throws IOException {
        String algorithm = newKey.startsWith("ec:") ? "ec" : newKey;
        String curve = newKey.startsWith("ec:") ? newKey.substring(3) : "prime256v1";
        Certificate made = new Certificate(place.inside("tls.key"), place.inside("tls.crt"));
        place.run(
                "openssl",
                "req",
                "-x509",
                "-batch",
                "-nodes",
                "-newkey",
                algorithm,
                "-pkeyopt",
                algorithm.equals("ec") ? "ec_paramgen_curve:" + curve : "rsa_keygen_pubexp:65537",
                "-" + hash,
                "-days",
                Integer.toString(days),
                "-subj",
                "/O=netgrade lab/CN=lab.example",
                "-addext",
                "subjectAltName=DNS:lab.example",
                "-keyout",
                made.key(),
                "-out",
                made.chain());
        return made;
    }
}
