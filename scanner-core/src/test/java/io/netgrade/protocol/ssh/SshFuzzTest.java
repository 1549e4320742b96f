// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Progress;
import java.util.List;

/** Whatever the bytes, nothing throws, and what was read is what is consumed. */
class SshFuzzTest {

    @FuzzTest
    void dissector(byte[] bytes) {
        HeldBytes inbox = HeldBytes.of(bytes);

        Progress progress = new SshDissector().dissect(Direction.FROM_SERVER, inbox, new SeenFacts());

        assertThat(progress).isNotNull();
        assertThat(inbox.unread().length()).isLessThanOrEqualTo(bytes.length);
    }

    @FuzzTest
    void conversation(byte[] bytes) {
        for (SshConversation.Goal goal : SshConversation.Goal.values()) {
            SshKexInit offer = SshKexInit.offer(
                    SshKeyExchange.names(),
                    List.of("ssh-ed25519", "ssh-rsa"),
                    List.of(SshAlgorithms.cipherNames(), SshAlgorithms.macNames(), SshAlgorithms.COMPRESSIONS));
            SshConversation conversation = new SshConversation(goal, offer, new RepeatableRandom());

            Progress progress = conversation.received(HeldBytes.of(bytes), sent -> {}, new SeenFacts());

            assertThat(progress).isNotEqualTo(Progress.START_TLS);
        }
    }

    @FuzzTest
    void hostKey(byte[] bytes) {
        SshHostKey.read(bytes).ifPresent(key -> assertThat(key.fingerprint()).startsWith("SHA256:"));
    }

    @FuzzTest
    void kexInit(byte[] bytes) {
        SshKexInit.read(bytes).ifPresent(read -> assertThat(read.lists()).hasSize(10));
    }

    @FuzzTest
    void authentication(byte[] bytes) {
        if (bytes.length > 0) {
            SeenFacts seen = new SeenFacts();
            new SshAuthentication(sent -> {}).received(bytes, seen);
            assertThat(seen.all().size()).isLessThanOrEqualTo(2);
        }
    }
}
