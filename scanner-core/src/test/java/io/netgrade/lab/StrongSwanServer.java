// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** The IKE daemon of strongSwan, in a network of its own as it changes routes: version 2 with long keys, or whatever is weak. */
public final class StrongSwanServer implements LabServer {
    private static final int IKE = 500;

    /** A main mode proposal of AES-128, SHA-1, a shared key and 1,024 bits (RFC 2409): whoever speaks IKE answers. */
    private static final String QUESTION = "0102030405060708 0000000000000000 01100200 00000000 00000054"
            + "00000038 00000001 00000001 0000002c 01010001 00000024 01010000 80010007 800e0080 80020002 80030001 80040002"
            + "800b0001 800c7080";

    private final boolean strong;

    private StrongSwanServer(boolean strong) {
        this.strong = strong;
    }

    /** AES-256, SHA-2 and 4,096 bits; no version 1. */
    public static StrongSwanServer strong() {
        return new StrongSwanServer(true);
    }

    /** Both versions; AES-128 with MD5 or SHA-1, and 1,024 or 768 bits. */
    public static StrongSwanServer weak() {
        return new StrongSwanServer(false);
    }

    @Override
    public String name() {
        return strong ? "strongswan-strong" : "strongswan-weak";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("strongswan.conf", """
                charon {
                    load = random nonce aes sha1 sha2 md5 hmac kdf gmp x509 pubkey constraints kernel-netlink socket-default \
                stroke
                    install_routes = no
                    plugins {
                        stroke {
                            socket = unix://%s
                        }
                    }
                }
                """.formatted(place.inside("charon.ctl")));
        place.write("ipsec.conf", """
                config setup
                conn lab
                    left=127.0.0.1
                    right=%%any
                    leftauth=psk
                    rightauth=psk
                    auto=add
                    keyexchange=%s
                    ike=%s!
                """.formatted(
                strong ? "ikev2" : "ike",
                strong ? "aes256-sha512-modp4096" : "aes128-md5-modp1024,aes128-sha1-modp1024,aes128-sha1-modp768"));
        Apart.udp(
                place,
                IKE,
                "STRONGSWAN_CONF=%s exec /usr/lib/ipsec/starter --nofork --conf %s"
                        .formatted(place.inside("strongswan.conf"), place.inside("ipsec.conf")));
    }

    @Override
    public List<String> command(Place place) {
        return Apart.command(place);
    }

    /** It answers, with a refusal, before it knows its connection. */
    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overUdp(place, QUESTION).length > 0
                && place.run(
                                "/usr/bin/env",
                                "STRONGSWAN_CONF=" + place.inside("strongswan.conf"),
                                "/usr/lib/ipsec/stroke",
                                "statusall")
                        .contains("lab:");
    }
}
