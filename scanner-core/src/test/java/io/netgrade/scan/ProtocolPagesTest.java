// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code docs/protocols.md} says what the protocols do. */
class ProtocolPagesTest {
    private static final Path PAGE =
            Path.of(Objects.requireNonNull(System.getProperty("netgrade.root")), "docs", "protocols.md");

    private static final String COMMAND = "mvn -q -pl profiles,scanner-core -am test -Dtest=ProtocolPagesTest"
            + " -Dprotocol-pages=write -Dsurefire.failIfNoSpecifiedTests=false -Djacoco.skip=true";

    /** Columns of a dump before its ASCII. */
    private static final int DUMP = 53;

    @Test
    void isWhatTheProtocolsSend() throws IOException {
        String now = ProtocolPages.write(COMMAND);
        if (System.getProperty("protocol-pages", "").equals("write")) {
            Files.writeString(PAGE, now);
        }

        List<String> written = Files.readAllLines(PAGE);
        List<String> sent = now.lines().toList();
        assertThat(IntStream.range(0, Math.max(written.size(), sent.size()))
                        .filter(i -> i >= written.size() || i >= sent.size() || !tells(written.get(i), sent.get(i)))
                        .mapToObj(i -> (i + 1) + ": " + (i < sent.size() ? sent.get(i) : "no line"))
                        .limit(5))
                .as("docs/protocols.md is out of date; write it again with: " + COMMAND)
                .isEmpty();
    }

    /** Whether a line is the same, or a dump that leaves open what happens not to vary now. */
    private static boolean tells(String written, String sent) {
        if (!written.startsWith("0") || written.length() < DUMP || written.length() != sent.length()) {
            return written.equals(sent);
        }
        for (int i = 0; i < DUMP; i++) {
            boolean open = written.charAt(i) == '.';
            if (!open && written.charAt(i) != sent.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void tellsWhatIsTheSameFromWhatVaries() {
        ByteTemplate template = ByteTemplate.of(List.of(new byte[] {1, 0x41, 3}, new byte[] {1, 0x41, 4, 5}));

        assertThat(template.octets()).containsExactly(1, 0x41);
        assertThat(template.lengthVaries()).isTrue();
        assertThat(template.dump(512)).isEqualTo("0000  01 41                                            .A\n");
        ByteTemplate usual = ByteTemplate.of(
                List.of(new byte[] {1, 0x41, 3}, new byte[] {1, 0x41, 4}, new byte[] {1, 0x41, 5}, new byte[1]));
        assertThat(usual).isEqualTo(new ByteTemplate(List.of(1, 0x41, ByteTemplate.VARIES), false));
        assertThat(ByteTemplate.of(List.of(new byte[40], new byte[40]))
                        .dump(512)
                        .lines())
                .hasSize(3);
    }

    @Test
    void aPageMayLeaveOpenWhatDoesNotVaryNowAndNothingElse() {
        String open = "0000  01 41 ..                                         .A.";
        String now = "0000  01 41 37                                         .A7";

        assertThat(tells(open, now)).isTrue();
        assertThat(tells(now, open)).isFalse();
        assertThat(tells(now.replace("41", "42"), now)).isFalse();
        assertThat(tells("`a` over TCP", "`b` over TCP")).isFalse();
    }
}
