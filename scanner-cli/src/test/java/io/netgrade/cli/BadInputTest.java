// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake gets one clear line and the contract's exit code; whatever else was valid is still reported. */
class BadInputTest {
    private static final String GOOD = "ssh/openssh-9.2p1-strong.pcap";

    @TempDir
    Path folder;

    @Test
    void aMissingFile() {
        Ran ran = Ran.netgrade("analyze", "no-such.pcap");

        assertThat(ran.code()).isEqualTo(65);
        assertThat(ran.said()).containsExactly("netgrade: no-such.pcap: no such file or directory");
    }

    @Test
    void aMissingFileBesideAGoodOne() {
        Ran ran = Ran.netgrade("analyze", "no-such.pcap", Ran.capture(GOOD));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).contains("ssh").contains("no-such.pcap");
        assertThat(ran.said()).hasSize(1);
    }

    @Test
    void aDirectoryWithNoCapture() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "nothing here");

        Ran ran = Ran.netgrade("analyze", folder.toString());

        assertThat(ran.code()).isEqualTo(65);
        assertThat(ran.said()).containsExactly("netgrade: " + folder + ": no capture (pcap, pcapng) in it");
    }

    @Test
    void aTextFile() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.pcap"), "not a capture");

        Ran ran = Ran.netgrade("analyze", text.toString());

        assertThat(ran.code()).isEqualTo(65);
        assertThat(ran.said()).singleElement().asString().contains(text.toString(), "not a capture", "byte 0");
    }

    @Test
    void anEmptyFile() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pcap"));

        Ran ran = Ran.netgrade("analyze", empty.toString());

        assertThat(ran.code()).isEqualTo(65);
        assertThat(ran.said()).singleElement().asString().contains(empty.toString(), "empty");
    }

    @Test
    void aCaptureCutInTheMiddleOfARecord() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(Ran.capture(GOOD)));
        Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(whole, whole.length - 7));

        Ran ran = Ran.netgrade("analyze", cut.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out())
                .contains("cut off in the middle of")
                .contains("byte")
                .contains("ssh");
        assertThat(ran.err()).doesNotContain("Exception");
    }

    @Test
    void aPlanWithThreeMistakes() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), """
                schema: netgrade.plan/1
                vantage: moon
                units:
                  - id: one
                    type: toaster
                    required: "33"
                    captures: [one.pcap]
                """);

        Ran ran = Ran.netgrade("assess", plan.toString());

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.said())
                .hasSize(3)
                .anyMatch(line -> line.contains(plan + ":2: ") && line.contains("moon"))
                .anyMatch(line -> line.contains(plan + ":5: ") && line.contains("toaster"))
                .anyMatch(line -> line.contains(plan + ":6: ") && line.contains("33"));
    }

    @Test
    void anUnknownProfile() {
        Ran ran = Ran.netgrade("analyze", "--profile", "miit-telekom", Ran.capture(GOOD));

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.said())
                .singleElement()
                .asString()
                .contains("miit-telekom")
                .contains("miit-telecom");
    }

    @Test
    void anUnknownLevelFormatAndDate() {
        assertThat(Ran.netgrade("analyze", "--level", "7", Ran.capture(GOOD)).code())
                .isEqualTo(64);
        assertThat(Ran.netgrade("analyze", "--format", "docx", Ran.capture(GOOD))
                        .code())
                .isEqualTo(64);
        assertThat(Ran.netgrade("analyze", "--as-of", "soon", Ran.capture(GOOD)).code())
                .isEqualTo(64);
        assertThat(Ran.netgrade("analyze", "--unit-type", "toaster", Ran.capture(GOOD))
                        .code())
                .isEqualTo(64);
        assertThat(Ran.netgrade("analyze").code()).isEqualTo(64);
        assertThat(Ran.netgrade("analyse").code()).isEqualTo(64);
        assertThat(Ran.netgrade().code()).isEqualTo(64);
    }

    @Test
    void aTargetOutsideTheScope() {
        Ran ran = Ran.netgrade("scan", "192.0.2.1", "--state", folder.toString());

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.said())
                .singleElement()
                .asString()
                .contains("192.0.2.1", "outside the scope", "nothing was sent");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aTargetOutsideTheScopeBesideOneWithin() {
        Ran ran = Ran.netgrade("scan", "192.0.2.1", "127.0.0.1:1", "--state", folder.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("192.0.2.1", "outside the scope");
        assertThat(ran.out()).contains("1 endpoint tried");
    }

    @Test
    void anUnresolvableHost() {
        Ran ran = Ran.netgrade("scan", "no-such-host.invalid", "--state", folder.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.said()).singleElement().asString().contains("no-such-host.invalid", "no address");
    }

    @Test
    void aPortOutOfRangeAndEveryOtherMistakeWithIt() {
        Ran ran = Ran.netgrade("scan", "127.0.0.1:70000", "999.1.1.1", "--ports", "0-99999", "--rate", "0");

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.said()).hasSize(4);
        assertThat(ran.err())
                .contains("70000")
                .contains("999.1.1.1")
                .contains("--ports")
                .contains("--rate");
    }

    @Test
    void aListOfTargetsWithMistakesAndOptionsThatAreNone() throws IOException {
        Path list = Files.writeString(folder.resolve("list"), "127.0.0.1:1\n# fine\n192.0.2.300\n");

        Ran ran = Ran.netgrade(
                "scan",
                "@" + list,
                "@" + folder.resolve("none"),
                "-p",
                "T:22,ssh",
                "--shard",
                "6/5",
                "--resume-at",
                "-1");

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.said())
                .hasSize(5)
                .anyMatch(line -> line.startsWith("netgrade: " + list + ":3: ") && line.contains("192.0.2.300"))
                .anyMatch(line -> line.contains("none: there is no such file"))
                .anyMatch(line -> line.contains("--ports: ports 'T:22,ssh': 'ssh' is not a port"))
                .anyMatch(line -> line.contains("--shard: 6/5"))
                .anyMatch(line -> line.contains("--resume-at: -1"));
    }

    @Test
    void shardsOfAListTogetherTryWhatItNames() throws IOException {
        Path list = Files.writeString(folder.resolve("list"), "open tcp 1 127.0.0.1 0\nopen tcp 2 127.0.0.1 0\n");

        Ran first = Ran.netgrade("scan", "@" + list, "--shard", "1/2", "--state", folder.toString());
        Ran second = Ran.netgrade("scan", "@" + list, "--shard", "2/2", "--state", folder.toString());
        Ran done = Ran.netgrade("scan", "@" + list, "--shard", "2/2", "--resume-at", "1", "--state", folder.toString());

        assertThat(first.out()).contains("1 endpoint tried");
        assertThat(second.out()).contains("1 endpoint tried");
        assertThat(done.out()).contains("nothing was seen").doesNotContain("tried");
    }

    @Test
    void damagedEvidence() throws IOException {
        Path damaged = Files.writeString(folder.resolve("evidence.ndjson"), "{\"kind\":\"observation\"}\n");

        Ran ran = Ran.netgrade("judge", damaged.toString());

        assertThat(ran.code()).isEqualTo(65);
        assertThat(ran.said()).singleElement().asString().contains(damaged + ":1: ");
    }

    @Test
    void anInterfaceThatIsNotThere() {
        Ran ran = Ran.netgrade("listen", "-i", "no-such-if0", "--for", "1s");

        assertThat(ran.code()).isIn(64, 69);
        assertThat(ran.said()).hasSize(1);
    }

    @Test
    void aTimeThatIsNone() {
        assertThat(Ran.netgrade("listen", "-i", "lo", "--for", "soon").code()).isEqualTo(64);
        assertThat(Ran.netgrade("listen", "-i", "lo", "--for", "0s").code()).isEqualTo(64);
    }

    @Test
    void evidenceIsNeverWrittenOver() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept.ndjson"), "precious");

        Ran ran = Ran.netgrade("analyze", "--evidence", kept.toString(), Ran.capture(GOOD));

        assertThat(ran.code()).isEqualTo(64);
        assertThat(kept).hasContent("precious");
    }
}
