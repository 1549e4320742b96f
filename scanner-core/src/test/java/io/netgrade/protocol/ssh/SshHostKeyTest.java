// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys were made by ssh-keygen for these tests, and the fingerprints are its own. */
class SshHostKeyTest {
    private static final String ED25519 = "AAAAC3NzaC1lZDI1NTE5AAAAIJ60F4GwbavvfHK1vKYabPchCt1hyAneli5eHUycTf0R";

    @ParameterizedTest
    @CsvSource({
        "ssh-ed25519, 256, SHA256:gGmQnMYBA7K+LDVkeaMrF0Ao/Yd1e1g9jVYfFuwc72U, AAAAC3NzaC1lZDI1NTE5AAAAIJ60F4GwbavvfHK1vKYabPchCt1hyAneli5eHUycTf0R",
        "ecdsa-sha2-nistp256, 256, SHA256:H/e6pa6Bt8ftFxvq+T/78EsKvl7BeNcCks65eRGM764, AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBHamISJTM+kz8+vDTPn0fWWldEw/CK9asW8QfAzEPWEs+M2SbE2hGBLVAkj39kl1F/ItJBIjbAQqGYoLdkvCJHc=",
        "ecdsa-sha2-nistp521, 521, SHA256:VVm9KPi5Rla0XaK2GmYQ7nfT38XZ1MVhSBqp5HXUARY, AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAERweMvbNaSc2i0Ny9fZPGNV+rdzOc57JLR4RTy2InRixTfzVvG1FB2uaTdmi2okBpjlXCy4HNtwftQ3S2zA/gICgCVs3A+2YSORpmlmFMNwuqbVEN3vgJJZUMN289gnX/fKAXatW/PQfGzXao+uOLsOcSDgGTFzE8dh5TvOMOxqXRW3A==",
        "ssh-rsa, 1024, SHA256:Jb5FkUdaIyuTVbkkpuvnfPMEOgJPfBQCdHmCkCbxWHo, AAAAB3NzaC1yc2EAAAADAQABAAAAgQDXaoAabOaQkctyxGKpf9uRpanJI0Kfp1sSXvdPN9Oab1xR62UrBrr095yljVXQQHnv8XubA7Y4fa7mNn6IBfDls7JrfC1wtuApyQYn+d83tQDtIAjoast+wIREAAxWzj0/M6QvOdEcePXYpmnKHV90qM5V87TuDCshDGJcq6c+cQ==",
        "ssh-rsa, 3072, SHA256:MPhlfW/VTbLQGiJcMm6VjvaWMmoh1biH177oGASg73I, AAAAB3NzaC1yc2EAAAADAQABAAABgQDGCoyD+lvM1+RG7ml7VaOB36jrEBhV62/lqKi715Qo2gC/F1ZaD8DLO4BpOSup/nJidGskxFlfAdGvl8mGitdPYPT5ADmypYyEJmuHbEMSQAfI0xDKOWlMW4Q3IXl0QWlNce4URM5fyGiTuk82TWZLom2fheixYlstRHt2Pz+iEYBZQb/MDITwUVnTCuIR+zSXHnOOTBCs74lt5dYm57PHOOuutM9RUQSu2nWdOE0nwYqiF7c80GMhtDc8WtrhpAxlo4rLbD2TJ8G3uFEWxuvpqtKctVva+jlpHnDiNewer+/CUuqmNY6adecCZqL//1R9eIkgpRW8rPmnuT1uMKqoCzZmVQHRodVyuOXeSNWfB8BW9N9qLL8h9kKj3XZT+jjdKDCrcWeRdU970XyzkjeHoBZQLUpolV9jqdI2KSaFyz8Da9C0YYsCNjQ4qOM4eeFTxl6i+8QyhMMRj5QzufhQ+STFqZUQ/QzZ+e0VtHclYHYDX92TRiPoDHXqU2nsj8E=",
        "ssh-dss, 1024, SHA256:9T59R0qeUorB5zelJ4sY1aMlgnDT+QRxtqrqkk3y4K0, AAAAB3NzaC1kc3MAAACBAMo8Jt/FfXeX6R/G6NNaw12BRHByINWqkZu87Kl0ppDDO28F17cZu+q47kmaqrOE3UN5c6z3LSRLec8Tat7Q+DM0cTuL5RYys3P6sr7SkTcNr9YCGkFftY1aTEvL6Rwrf9lgidhYWfSAqx6QaGJL14Ft/l+VVi0N/uzYKvRYa0DLAAAAFQDuAdv5wAHDPsLPIJvzebqGMSMPyQAAAIEAqjJ3NORlFoy7MjzMN6ZfYgb2OtWsZHp9spBybLWvf7Os0jB8rcDV39NwWwx1cXSPsYdB1IrZ9rNSpIL7b2OdGwKyP0/XNACYbyYlwbZiwKbO28uBktrM7ww29zpq7gPFgVsDgsOQAQETXuBKDa2JTz6pWYvlC5+Bkj5t/pxZi1gAAACAC/b9GlLqNpJaDSR+4/IUkbguTTgf6ue9Txkbu/cOPLabHVuaHog4ICisHuwhT4cPZ7ySO/3Ei2uCCLhCd5udn9SAr89Bz02e/L8j9/fYiN8yosff87SRGCvZGv76inbNb5t6LD6LkWvnIcFNFbvCG/MxbdOGU5YGkZ7BvJhceYc=",
    })
    void readsTypeBitsAndFingerprintAndRefusesEveryTruncation(String type, int bits, String fingerprint, String key) {
        byte[] blob = Base64.getDecoder().decode(key);

        assertThat(SshHostKey.read(blob)).contains(new SshHostKey(type, bits, fingerprint));
        for (int length = 0; length < blob.length; length++) {
            assertThat(SshHostKey.read(Arrays.copyOf(blob, length))).isEmpty();
        }
    }

    @Test
    void seesTheKeyInACertificate() {
        byte[] blob = Base64.getDecoder().decode(ED25519);
        byte[] point = Arrays.copyOfRange(blob, blob.length - 32, blob.length);
        byte[] certificate = SshMessage.fields()
                .string("ssh-ed25519-cert-v01@openssh.com")
                .string(new byte[32])
                .string(point)
                .raw(new byte[8])
                .bytes();

        assertThat(SshHostKey.read(certificate)).isEqualTo(SshHostKey.read(blob));
    }

    @Test
    void statesNoBitsOfATypeThatItDoesNotKnow() {
        byte[] blob = SshMessage.fields().string("x509v3-rsa2048-sha256").u32(7).bytes();

        SshHostKey key = SshHostKey.read(blob).orElseThrow();

        assertThat(key.bits()).isZero();
        assertThat(key.complete().number("bits")).isEmpty();
        assertThat(key.complete().text("type")).contains("x509v3-rsa2048-sha256");
    }

    @Test
    void refusesHostileLengths() {
        for (long length : new long[] {0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL}) {
            assertThat(SshHostKey.read(
                            SshMessage.fields().u32(length).raw(new byte[40]).bytes()))
                    .isEmpty();
            assertThat(SshHostKey.read(SshMessage.fields()
                            .string("ssh-rsa")
                            .u32(length)
                            .raw(new byte[40])
                            .bytes()))
                    .isEmpty();
        }
    }

    @Test
    void refusesAModulusThatIsNotPositive() {
        byte[] blob = SshMessage.fields()
                .string("ssh-rsa")
                .mpint(BigInteger.valueOf(65537))
                .string(new byte[] {-1, 2, 3})
                .bytes();

        assertThat(SshHostKey.read(blob)).isEmpty();
    }

    @Test
    void refusesAnotherCurveThanTheNameSays() {
        byte[] blob = SshMessage.fields()
                .string("ecdsa-sha2-nistp521")
                .string("nistp256")
                .string(new byte[65])
                .bytes();

        assertThat(SshHostKey.read(blob)).isEmpty();
    }

    @Test
    void knowsWhichAlgorithmsShareAKey() {
        assertThat(SshHostKey.typeFor("rsa-sha2-512")).isEqualTo("ssh-rsa");
        assertThat(SshHostKey.typeFor("rsa-sha2-256-cert-v01@openssh.com")).isEqualTo("ssh-rsa");
        assertThat(SshHostKey.typeFor("ssh-ed25519-cert-v01@openssh.com")).isEqualTo("ssh-ed25519");
        assertThat(SshHostKey.typeFor("ssh-dss")).isEqualTo("ssh-dss");
    }
}
