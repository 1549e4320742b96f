// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.fact.Collected;
import io.netgrade.fact.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of many blocks, which are read side by side. */
class LinesAheadTest {
    private static final String RUN =
            "{\"kind\":\"run\",\"schema\":\"netgrade.evidence/1\",\"id\":\"r\",\"tool\":\"0\",\"command\":\"scan\","
                    + "\"started\":\"2026-11-30T04:45:59Z\",\"vantage\":\"internal\",\"vantage-declared\":true}\n";
    private static final int LINES = 60_000;

    @TempDir
    Path folder;

    @Test
    void keepsTheOrderOfTheLines() throws Exception {
        Collected read = read(many().toString());

        assertThat(read.problems().stream().map(Problem::message))
                .startsWith("0", "1", "2")
                .containsExactlyElementsOf(messages());
    }

    @Test
    void namesTheFirstDamagedLineOfSeveral() throws Exception {
        StringBuilder text = many();
        int place = text.indexOf("\"message\":\"40000\"");
        text.insert(place, "\"twice\":1,\"twice\":1,");
        text.append("{}\n");

        assertThatThrownBy(() -> read(text.toString()))
                .isInstanceOf(EvidenceFault.class)
                .hasMessageContaining(":40002: damaged evidence: \"twice\" stands there twice");
    }

    @Test
    void readsALineAsLongAsALineMayBeAndNoneThatIsLonger() throws Exception {
        String longest = problem("x").replace("\n", "");
        longest += " ".repeat(BlockLines.LONGEST_LINE - longest.length());

        assertThat(read(RUN + longest + "\n").problems()).hasSize(2);
        for (String end : List.of("", "\n", "\n" + problem("y"))) {
            String text = RUN + longest + " " + end;

            assertThatThrownBy(() -> read(text))
                    .isInstanceOf(EvidenceFault.class)
                    .hasMessageContaining(":2: not an evidence file: a line of more than 4194304 bytes");
        }
    }

    private static StringBuilder many() {
        StringBuilder text = new StringBuilder(RUN);
        messages().stream().limit(LINES).forEach(message -> text.append(problem(message)));
        return text.append("{\"kind\":\"end\",\"finished\":\"2026-11-30T04:46:59Z\"}\n");
    }

    private static List<String> messages() {
        return IntStream.range(0, LINES).mapToObj(Integer::toString).toList();
    }

    private static String problem(String message) {
        return "{\"kind\":\"problem\",\"input\":\"x.pcap\",\"message\":\"" + message + "\",\"unreadable\":false}\n";
    }

    private Collected read(String text) throws EvidenceFault, IOException {
        return EvidenceReader.read(Files.writeString(folder.resolve("evidence.ndjson"), text), Map.of());
    }
}
