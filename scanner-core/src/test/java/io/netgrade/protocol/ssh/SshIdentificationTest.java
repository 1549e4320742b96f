// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SshIdentificationTest {
    private static final String LINE = "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u6\r\n";

    private final SshIdentification.Reader reader = new SshIdentification.Reader();
    private final HeldBytes bytes = new HeldBytes();

    @Test
    void readsVersionSoftwareAndComments() {
        assertThat(read(LINE)).isEqualTo(Progress.DONE);

        assertThat(reader.identification())
                .contains(new SshIdentification(
                        "2.0", "OpenSSH_9.2p1", "Debian-2+deb12u6", "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u6"));
        assertThat(bytes.unread().length()).isZero();
    }

    @Test
    void readsTheSameByteByByte() {
        for (int i = 0; i < LINE.length() - 1; i++) {
            assertThat(read(LINE.substring(i, i + 1))).isEqualTo(Progress.CONTINUE);
        }

        assertThat(read("\n")).isEqualTo(Progress.DONE);
        assertThat(reader.identification().orElseThrow().comments()).isEqualTo("Debian-2+deb12u6");
    }

    @Test
    void leavesWhatFollowsTheLine() {
        read(LINE + "\0\0\1\2");

        assertThat(bytes.unread().bytes()).containsExactly(0, 0, 1, 2);
    }

    @Test
    void passesOverLinesThatAServerSaysBefore() {
        assertThat(read("Welcome\r\n\r\nto SSH-2.0\nSSH-1.99-Cisco-1.25\n")).isEqualTo(Progress.DONE);

        assertThat(reader.identification().orElseThrow().software()).isEqualTo("Cisco-1.25");
    }

    @Test
    void keepsTheBytesOfTheLineForTheExchangeHash() {
        read("SSH-2.0-x \u00e9\u00ff\n");

        assertThat(reader.identification().orElseThrow().line().getBytes(ISO_8859_1))
                .isEqualTo("SSH-2.0-x \u00e9\u00ff".getBytes(ISO_8859_1));
    }

    @Test
    void refusesALineOverTheRfcLimit() {
        assertThat(read("SSH-2.0-" + "x".repeat(247))).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void takesALineOfTheRfcLimit() {
        assertThat(read("SSH-2.0-" + "x".repeat(245) + "\r\n")).isEqualTo(Progress.DONE);
    }

    @Test
    void refusesEndlessLinesBefore() {
        assertThat(read("x\n".repeat(4096))).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void refusesAnEndlessLineBefore() {
        assertThat(read("x".repeat(8191))).isEqualTo(Progress.CONTINUE);
        assertThat(read("x")).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void refusesAVersionThatIsNone() {
        assertThat(read("SSH-two-x\r\n")).isEqualTo(Progress.MALFORMED);
        assertThat(reader.identification()).isEqualTo(Optional.empty());
    }

    @Test
    void refusesALineWithoutSoftware() {
        assertThat(read("SSH-2.0\r\n")).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void takesALoneDashForSoftware() {
        assertThat(read("SSH-2.0--\n")).isEqualTo(Progress.DONE);

        assertThat(reader.identification().orElseThrow().software()).isEqualTo("-");
    }

    @Test
    void knowsWhoSpeaksVersion2() {
        assertThat(new SshIdentification("2.0", "", "", "").speaksVersion2()).isTrue();
        assertThat(new SshIdentification("1.99", "", "", "").speaksVersion2()).isTrue();
        assertThat(new SshIdentification("1.5", "", "", "").speaksVersion2()).isFalse();
    }

    private Progress read(String more) {
        bytes.add(more.getBytes(ISO_8859_1));
        return reader.read(bytes);
    }
}
