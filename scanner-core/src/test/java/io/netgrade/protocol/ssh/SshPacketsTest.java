// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SshPacketsTest {
    private static final byte[] PAYLOAD = "some payload".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Test
    void opensWhatItSealsInClear() {
        byte[] packet = new SshPackets().seal(PAYLOAD);

        assertThat(packet.length % 8).isZero();
        assertThat(new SshPackets().next(HeldBytes.of(packet))).contains(PAYLOAD);
    }

    @Test
    void waitsForTheWholePacket() {
        byte[] packet = new SshPackets().seal(PAYLOAD);
        for (int length = 0; length < packet.length; length++) {
            SshPackets packets = new SshPackets();
            HeldBytes bytes = HeldBytes.of(Arrays.copyOf(packet, length));

            assertThat(packets.next(bytes)).isEmpty();
            assertThat(packets.broken()).isFalse();
            assertThat(bytes.unread().length()).isEqualTo(length);
        }
    }

    @Test
    void refusesHostileLengths() {
        for (long length : new long[] {0, 1, 35_001, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL}) {
            SshPackets packets = new SshPackets();

            Optional<byte[]> none = packets.next(HeldBytes.of(
                    SshMessage.fields().u32(length).raw(new byte[64]).bytes()));

            assertThat(none).isEmpty();
            assertThat(packets.broken()).isTrue();
        }
    }

    @Test
    void refusesPaddingThatLeavesNoPayload() {
        for (int padding : new int[] {11, 12, 255}) {
            SshPackets packets = new SshPackets();
            byte[] packet =
                    SshMessage.fields().u32(12).u8(padding).raw(new byte[11]).bytes();

            assertThat(packets.next(HeldBytes.of(packet))).isEmpty();
            assertThat(packets.broken()).isTrue();
        }
    }

    @Test
    void readsNothingOnceBroken() {
        SshPackets packets = new SshPackets();
        packets.next(HeldBytes.of(new byte[16]));

        assertThat(packets.next(HeldBytes.of(new SshPackets().seal(PAYLOAD)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("protections")
    void opensWhatItSealsByteByByte(String cipher, String mac) {
        SshPackets sender = protectedBy(cipher, mac, Cipher.ENCRYPT_MODE);
        SshPackets receiver = protectedBy(cipher, mac, Cipher.DECRYPT_MODE);
        HeldBytes bytes = new HeldBytes();

        for (int size : new int[] {1, 12, 300}) {
            byte[] payload = new byte[size];
            Arrays.fill(payload, (byte) size);
            byte[] packet = sender.seal(payload);
            Optional<byte[]> opened = Optional.empty();
            for (byte one : packet) {
                assertThat(opened).isEmpty();
                bytes.add(new byte[] {one});
                opened = receiver.next(bytes);
            }
            assertThat(opened).contains(payload);
        }
    }

    @ParameterizedTest
    @MethodSource("protections")
    void refusesAPacketOfWhichOneBitIsWrong(String cipher, String mac) {
        byte[] packet = protectedBy(cipher, mac, Cipher.ENCRYPT_MODE).seal(new byte[20]);
        for (int at = 0; at < packet.length; at++) {
            byte[] wrong = packet.clone();
            wrong[at] ^= 1;
            SshPackets receiver = protectedBy(cipher, mac, Cipher.DECRYPT_MODE);

            assertThat(receiver.next(HeldBytes.of(wrong))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("protections")
    void refusesTheSamePacketTwice(String cipher, String mac) {
        byte[] packet = protectedBy(cipher, mac, Cipher.ENCRYPT_MODE).seal(PAYLOAD);
        SshPackets receiver = protectedBy(cipher, mac, Cipher.DECRYPT_MODE);
        receiver.next(HeldBytes.of(packet));

        assertThat(receiver.next(HeldBytes.of(packet))).isEmpty();
    }

    static Stream<Arguments> protections() {
        List<String> macs = SshAlgorithms.macNames();
        Stream<Arguments> ciphers = SshAlgorithms.cipherNames().stream()
                .flatMap(cipher -> Stream.of("hmac-sha2-256", "hmac-sha2-512-etm@openssh.com")
                        .map(mac -> Arguments.of(cipher, mac)));
        return Stream.concat(ciphers, macs.stream().map(mac -> Arguments.of("aes128-ctr", mac)));
    }

    private static SshPackets protectedBy(String cipher, String mac, int mode) {
        SshSecrets secrets = SshSecrets.of("SHA-256", BigInteger.TEN, new byte[32]);
        SshPackets packets = new SshPackets();
        packets.protect(SshAlgorithms.protection(cipher, mac, secrets.toServer(), mode), true);
        return packets;
    }
}
