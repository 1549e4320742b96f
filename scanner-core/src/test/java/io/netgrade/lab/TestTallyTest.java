// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTallyTest {
    @TempDir
    Path folder;

    @Test
    void countsEveryCaseOnceAndNamesThoseThatDidNotPass() throws IOException, XMLStreamException {
        report("a", """
                <testcase name="good" classname="A"/>
                <testcase name="bad" classname="A"><failure message="no">trace</failure></testcase>
                <testcase name="worse" classname="A"><error>at a&#10;at b</error></testcase>
                <testcase name="absent" classname="A"><skipped message="no tree"/></testcase>
                <testcase name="assumed" classname="A"><skipped type="x"><![CDATA[x.Y: Assumption failed: no lab
                    at z]]></skipped></testcase>
                <testcase name="printed" classname="A"><skipped type="x"><![CDATA[x.Y:\s
                s ended; it printed:
                Error: no namespace

                    at z]]></skipped></testcase>
                """);
        report("b", "<testcase name='good' classname='B'><system-out>&lt;failure/&gt;</system-out></testcase>");
        TestTally tally = new TestTally();

        tally.addFolder(folder);

        assertThat(printed(tally))
                .containsExactly(
                        "skipped: A.absent: no tree",
                        "skipped: A.assumed: no lab",
                        "skipped: A.printed: s ended; it printed: | Error: no namespace",
                        "failed: A.bad: trace",
                        "failed: A.worse: at a | at b",
                        "2 passed, 2 failed, 3 skipped");
        assertThat(tally.succeeded()).isFalse();
    }

    @Test
    void tellsTheBeginningAndTheEndOfWhatIsLong() throws IOException, XMLStreamException {
        report(
                "a",
                "<testcase name='x' classname='A'><skipped message='" + "a".repeat(150) + "b".repeat(999)
                        + "c".repeat(300) + "'/></testcase>");
        TestTally tally = new TestTally();

        tally.addFolder(folder);

        assertThat(printed(tally)).contains("skipped: A.x: " + "a".repeat(150) + " ... " + "c".repeat(300));
    }

    @Test
    void takesARunWithoutTestsForAFailure() throws IOException, XMLStreamException {
        TestTally tally = new TestTally();

        tally.addFolder(folder.resolve("absent"));

        assertThat(printed(tally)).containsExactly("0 passed, 0 failed, 0 skipped");
        assertThat(tally.succeeded()).isFalse();
    }

    private void report(String name, String cases) throws IOException {
        Files.writeString(folder.resolve("TEST-" + name + ".xml"), "<testsuite>" + cases + "</testsuite>");
    }

    private static List<String> printed(TestTally tally) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tally.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
