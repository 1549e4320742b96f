// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key schedule of TLS 1.3, from a session resumed or without one, up to the traffic keys of the session (RFC 8446 §7.1 and
 * §7.3).
 */
final class TlsKeySchedule {
    private static final int NONCE_LENGTH = 12;

    private final TlsCipher cipher;

    private TlsKeySchedule(TlsCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * The keys that open what the server says after its hello, and close what we say.
     *
     * @param transcript both hellos with their headers
     * @return empty where the suite is one that netgrade does not calculate with
     */
    static Optional<Keys> keys(int suite, byte[] secret, byte[] transcript) {
        return of(suite).map(schedule -> schedule.derive(schedule.zeros(), secret, transcript));
    }

    /** The same, where the server resumes the session that a ticket is of. */
    static Optional<Keys> keys(TlsTicket resumed, byte[] secret, byte[] transcript) {
        return of(resumed.suite()).map(schedule -> schedule.derive(resumed.key(), secret, transcript));
    }

    static Optional<TlsKeySchedule> of(int suite) {
        return TlsCipher.of(suite).map(TlsKeySchedule::new);
    }

    int hashLength() {
        return cipher.hashLength();
    }

    /** The MAC by which a client shows that it has a pre-shared key (RFC 8446 §4.2.11.2). */
    byte[] binder(byte[] key, byte[] truncatedHello) {
        byte[] binding = expand(mac(zeros(), key), "res binder", hash(new byte[0]), hashLength());
        return mac(expand(binding, "finished", new byte[0], hashLength()), hash(truncatedHello));
    }

    /** One key for each direction of the handshake, and what follows from it. */
    record Keys(TlsOpener server, TlsOpener client, Rest rest) {}

    private byte[] zeros() {
        return new byte[hashLength()];
    }

    private Keys derive(byte[] preShared, byte[] secret, byte[] transcript) {
        byte[] zeros = zeros();
        byte[] early = mac(zeros, preShared);
        byte[] handshake = mac(expand(early, "derived", hash(new byte[0]), zeros.length), secret);
        byte[] context = hash(transcript);
        byte[] client = expand(handshake, "c hs traffic", context, zeros.length);
        return new Keys(
                opener(expand(handshake, "s hs traffic", context, zeros.length)),
                opener(client),
                new Rest(this, handshake, client));
    }

    /** What finishes a handshake. */
    static final class Rest {
        private final TlsKeySchedule schedule;
        private final byte[] handshake;
        private final byte[] client;

        private Rest(TlsKeySchedule schedule, byte[] handshake, byte[] client) {
            this.schedule = schedule;
            this.handshake = handshake;
            this.client = client;
        }

        /** The body of the client's Finished (RFC 8446 §4.4.4), over all messages before it. */
        byte[] finished(byte[] transcript) {
            byte[] key = schedule.expand(client, "finished", new byte[0], client.length);
            return schedule.mac(key, schedule.hash(transcript));
        }

        /** The key of what the server says in the session, over all messages up to its Finished. */
        TlsOpener serverInSession(byte[] transcript) {
            return inSession("s ap traffic", transcript);
        }

        /** The key of what the client says in the session. */
        TlsOpener clientInSession(byte[] transcript) {
            return inSession("c ap traffic", transcript);
        }

        /**
         * The pre-shared key that goes with a ticket (RFC 8446 §4.6.1).
         *
         * @param transcript all messages up to the client's Finished
         * @param nonce of the ticket
         */
        byte[] resumption(byte[] transcript, byte[] nonce) {
            return schedule.expand(ofSession("res master", transcript), "resumption", nonce, client.length);
        }

        private TlsOpener inSession(String label, byte[] transcript) {
            return schedule.opener(ofSession(label, transcript));
        }

        private byte[] ofSession(String label, byte[] transcript) {
            byte[] zeros = schedule.zeros();
            byte[] master = schedule.mac(
                    schedule.expand(handshake, "derived", schedule.hash(new byte[0]), zeros.length), zeros);
            return schedule.expand(master, label, schedule.hash(transcript), zeros.length);
        }
    }

    private TlsOpener opener(byte[] traffic) {
        byte[] key = expand(traffic, "key", new byte[0], cipher.keyLength());
        return new TlsOpener(cipher, key, expand(traffic, "iv", new byte[0], NONCE_LENGTH));
    }

    /** HKDF-Expand-Label; no output here is longer than one block of the hash. */
    private byte[] expand(byte[] key, String label, byte[] context, int length) {
        byte[] info = TlsWriter.written(writer -> writer.u16(length)
                .vector8(part -> part.bytes(("tls13 " + label).getBytes(StandardCharsets.US_ASCII)))
                .vector8(part -> part.bytes(context))
                .u8(1));
        return Arrays.copyOf(mac(key, info), length);
    }

    private byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(cipher.macName());
            mac.init(new SecretKeySpec(key, cipher.macName()));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] hash(byte[] message) {
        try {
            return MessageDigest.getInstance(cipher.hashName()).digest(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
