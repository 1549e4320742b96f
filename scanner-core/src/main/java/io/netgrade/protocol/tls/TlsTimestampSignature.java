// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the logs of an operator's list signed of a certificate (RFC 6962 §3.2). */
final class TlsTimestampSignature {
    /** SignatureAndHashAlgorithm, and the same as an AlgorithmIdentifier: the two that logs may use (RFC 6962 §2.1.4). */
    private static final Map<Integer, byte[]> ALGORITHMS = Map.of(
            0x0403, HexFormat.of().parseHex("300a06082a8648ce3d040302"),
            0x0401, HexFormat.of().parseHex("300d06092a864886f70d01010b0500"));

    private static final int VERSION_1 = 0;
    private static final int CERTIFICATE_TIMESTAMP = 0;
    private static final int X509_ENTRY = 0;
    private static final int PRECERT_ENTRY = 1;

    private final TlsLogs logs;
    private final List<byte[]> chain;

    /** @param chain that the server sent, its own certificate first */
    TlsTimestampSignature(TlsLogs logs, List<byte[]> chain) {
        this.logs = logs;
        this.chain = chain;
    }

    /** The log's name in the list; empty for a log that is not in it. */
    Optional<String> log(TlsTimestamp timestamp) {
        return logs.find(timestamp.log()).map(TlsLogs.Log::description);
    }

    /**
     * @param embedded whether it stands in the certificate, and so was given before that was issued
     * @return valid, invalid, or unknown-log; empty where the chain has no issuer, by whose key an embedded one is told
     */
    Optional<String> verdict(TlsTimestamp timestamp, boolean embedded) {
        Optional<TlsLogs.Log> log = logs.find(timestamp.log());
        if (log.isEmpty()) {
            return Optional.of("unknown-log");
        }
        return (embedded ? precertificate() : Optional.of(certificate()))
                .map(entry -> signed(timestamp, entry))
                .map(content -> holds(log.get(), timestamp, content) ? "valid" : "invalid");
    }

    private static boolean holds(TlsLogs.Log log, TlsTimestamp timestamp, byte[] content) {
        byte[] algorithm = ALGORITHMS.getOrDefault(timestamp.algorithm(), new byte[0]);
        return TlsPlainSignature.verifies(log.key(), algorithm, content, timestamp.signature());
    }

    private static byte[] signed(TlsTimestamp timestamp, byte[] entry) {
        return TlsWriter.written(writer -> writer.u8(VERSION_1)
                .u8(CERTIFICATE_TIMESTAMP)
                .u16((int) (timestamp.millis() >>> 48))
                .u16((int) (timestamp.millis() >>> 32))
                .u16((int) (timestamp.millis() >>> 16))
                .u16((int) timestamp.millis())
                .bytes(entry)
                .vector16(extensions -> extensions.bytes(timestamp.extensions())));
    }

    private byte[] certificate() {
        return TlsWriter.written(writer -> writer.u16(X509_ENTRY).vector24(whole -> whole.bytes(chain.get(0))));
    }

    /** What the log saw: the body without the timestamps that were still to be given, and the key that was to sign it. */
    private Optional<byte[]> precertificate() {
        List<TlsCertificate> certificates = TlsCertificate.ofAll(chain);
        TlsCertificate own = certificates.get(0);
        return certificates.stream()
                .filter(own::namesAsIssuer)
                .filter(one -> TlsSignatureVerification.verifies(own, one).orElse(false))
                .findFirst()
                .flatMap(TlsCertificate::keyEncoded)
                .map(key -> TlsWriter.written(writer -> writer.u16(PRECERT_ENTRY)
                        .bytes(TlsLogs.sha256(key))
                        .vector24(body -> body.bytes(own.bodyWithout(TlsTimestamps.IN_CERTIFICATE)))));
    }
}
