// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Collected;
import io.netgrade.json.JsonFault;
import io.netgrade.scan.ProtocolCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a line as it is written is what is read of it as any JSON: with a space within, it is none of ours. */
class WrittenLinesTest {
    private static final Path LAB = Path.of(System.getProperty("netgrade.root", ".."), "test-captures", "lab");
    private static final byte[] RUN =
            ("{\"kind\":\"run\",\"schema\":\"netgrade.evidence/1\",\"id\":\"r\",\"tool\":\"0\",\"command\":\"scan\","
                            + "\"started\":\"2026-11-30T04:45:59Z\",\"vantage\":\"internal\",\"vantage-declared\":true}")
                    .getBytes(US_ASCII);
    private static final byte[] WRONG = {'"', '\\', ',', '{', '}', ':', '0', '-', 'Z', ' ', '\n', 0, (byte) 0xE9};

    @TempDir
    Path folder;

    @Test
    void readsTheSameOfLinesInItsOwnFormAndInAnother() throws Exception {
        for (String name : List.of("oss-mgmt.ndjson", "web-hall.ndjson")) {
            Path file = LAB.resolve(name);

            Collected written = EvidenceReader.read(file, ProtocolCatalog.facts());

            assertThat(written.observations()).isNotEmpty();
            assertThat(written).isEqualTo(EvidenceReader.read(spaced(file), ProtocolCatalog.facts()));
        }
    }

    @Test
    void holdsOnceWhatIsWrittenAlike() throws Exception {
        List<String> lines = Files.readAllLines(LAB.resolve("oss-mgmt.ndjson"));
        String line = lines.stream()
                .filter(one -> one.contains("ssh.ciphers-offered"))
                .findFirst()
                .orElseThrow();

        Collected read = read(lines.get(0) + "\n" + line + "\n" + line.replace("\"port\":22,", "\"port\":23,") + "\n");

        assertThat(read.observations()).hasSize(2);
        assertThat(read.observations().get(0).service().endpoint())
                .isNotEqualTo(read.observations().get(1).service().endpoint());
        assertThat(read.observations().get(0).fact())
                .isSameAs(read.observations().get(1).fact());
    }

    @Test
    void saysTheSameOfEveryDamage() throws Exception {
        LineReader reader = new LineReader(ProtocolCatalog.facts());
        for (String line : ofEachForm()) {
            byte[] whole = line.getBytes(US_ASCII);
            for (int place = 2; place < whole.length; place++) {
                for (byte wrong : WRONG) {
                    byte[] damaged = whole.clone();
                    damaged[place] = wrong;
                    String text = new String(damaged, ISO_8859_1);

                    assertThat(said(reader, text)).as(text).isEqualTo(said(reader, "{ " + text.substring(1)));
                }
                String cut = line.substring(0, place);
                assertThat(said(reader, cut)).as(cut).isEqualTo(said(reader, "{ " + cut.substring(1)));
            }
        }
    }

    @Test
    void takesNoMemberTwiceAndNoneThatStandsElsewhere() throws Exception {
        LineReader reader = new LineReader(ProtocolCatalog.facts());
        String line = ofEachForm().get(0);
        List<String> others = List.of(
                line.replace("\"place\":", "\"fact\":\"x\",\"place\":"),
                line.replace("\"frame\":", "\"frame\":1,\"frame\":"),
                line.replace("\"value\":{", "\"value\":{\"source\":\"a\",\"time\":\"b\","),
                line.replace("\"value\":{", "\"value\":{\"inner\":{\"fact\":\"a\"},"),
                line.replace("\"value\":{", "\"value\":{\"text\":\"\\\",\\\"source\\\":\\\"probe\\\"\","),
                line.replace("\"excerpt\":", "\"unknown\":null,\"excerpt\":"),
                line.replace("\"excerpt\":", "\"excerpt\":\"a\",\"excerpt\":"),
                line + "}",
                line + " ");

        for (String other : others) {
            assertThat(said(reader, other)).as(other).isEqualTo(said(reader, "{ " + other.substring(1)));
        }
    }

    private static List<String> ofEachForm() throws IOException {
        List<String> lines = Files.readAllLines(LAB.resolve("web-hall.ndjson"));
        return List.of(shortest(lines, "{\"kind\":\"observation\""), shortest(lines, "{\"kind\":\"attempt\""));
    }

    private static String shortest(List<String> lines, String begin) {
        return lines.stream()
                .filter(line -> line.startsWith(begin))
                .min((one, other) -> Integer.compare(one.length(), other.length()))
                .orElseThrow();
    }

    /** What a reader that has read other lines before makes of one; where it is at fault, but for the place within it. */
    private static String said(LineReader reader, String line) throws Exception {
        Gathered gathered = new Gathered();
        reader.read(RUN, 0, RUN.length).into(gathered);
        byte[] bytes = line.getBytes(ISO_8859_1);
        try {
            reader.read(bytes, 0, bytes.length).into(gathered);
        } catch (JsonFault | IllegalArgumentException e) {
            return String.valueOf(e.getMessage()).replaceAll("at character \\d+", "");
        }
        return gathered.collected().toString();
    }

    private Path spaced(Path file) throws IOException {
        List<String> spaced = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            spaced.add("{ " + line.substring(1));
        }
        return Files.write(folder.resolve("spaced.ndjson"), spaced);
    }

    private Collected read(String text) throws Exception {
        return EvidenceReader.read(Files.writeString(folder.resolve("lines.ndjson"), text), ProtocolCatalog.facts());
    }
}
