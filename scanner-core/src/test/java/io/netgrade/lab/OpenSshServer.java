// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** OpenSSH, with current algorithms only, or with those that auditors look for. */
public final class OpenSshServer implements LabServer {
    private static final String STRONG = """
            KexAlgorithms sntrup761x25519-sha512@openssh.com,curve25519-sha256,diffie-hellman-group16-sha512
            HostKeyAlgorithms ssh-ed25519,rsa-sha2-512,rsa-sha2-256
            Ciphers chacha20-poly1305@openssh.com,aes256-gcm@openssh.com,aes256-ctr
            MACs hmac-sha2-512-etm@openssh.com,hmac-sha2-256-etm@openssh.com
            Compression no
            PubkeyAuthentication yes
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            """;
    private static final String WEAK = """
            KexAlgorithms diffie-hellman-group1-sha1,diffie-hellman-group14-sha1,diffie-hellman-group-exchange-sha1
            HostKeyAlgorithms ssh-rsa
            Ciphers 3des-cbc,aes128-cbc,aes128-ctr
            MACs hmac-md5,hmac-sha1,hmac-sha1-96
            Compression yes
            PubkeyAuthentication yes
            PasswordAuthentication yes
            KbdInteractiveAuthentication no
            """;

    private final boolean strong;

    public OpenSshServer() {
        this(true);
    }

    private OpenSshServer(boolean strong) {
        this.strong = strong;
    }

    /** Ed25519 and RSA-3072 host keys, curve25519 and post-quantum key exchange, public keys only. */
    public static OpenSshServer strong() {
        return new OpenSshServer(true);
    }

    /** RSA-1024 host key, group1 and SHA-1 key exchange, CBC, MD5, passwords. */
    public static OpenSshServer weak() {
        return new OpenSshServer(false);
    }

    @Override
    public String name() {
        return strong ? "openssh-strong" : "openssh-weak";
    }

    @Override
    public void prepare(Place place) throws IOException {
        String keys = "";
        if (strong) {
            keys = hostKey(place, "ed25519", "256") + hostKey(place, "rsa", "3072");
        } else {
            keys = hostKey(place, "rsa", "1024");
        }
        place.write("sshd_config", """
                ListenAddress %s
                Port %d
                PidFile none
                UsePAM no
                StrictModes no
                AuthorizedKeysFile none
                LogLevel VERBOSE
                """.formatted(place.address(), place.port()) + keys + (strong ? STRONG : WEAK));
    }

    private static String hostKey(Place place, String type, String bits) throws IOException {
        String file = place.inside("host_" + type);
        place.run("ssh-keygen", "-q", "-t", type, "-b", bits, "-N", "", "-C", "lab", "-f", file);
        return "HostKey " + file + "\n";
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/sbin/sshd", "-D", "-e", "-f", place.inside("sshd_config"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "SSH-2.0-lab\r\n").startsWith("SSH-2.0-OpenSSH");
    }
}
