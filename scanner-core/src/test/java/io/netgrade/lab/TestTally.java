// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the reports of a test run say in one line, after a line for each test that was skipped or failed.
 *
 * <p>{@code ./verify} runs this file as source, so it uses the JDK alone. Arguments: folders with {@code TEST-*.xml}
 * reports. Ends with 1 when a test failed or none ran.
 */
final class TestTally {
    private static final int TOLD_LINES = 6;
    /** Of what is long the beginning says what it is, and the end mostly why. */
    private static final int TOLD_AT_FIRST = 150;

    private static final int TOLD_AT_LAST = 300;

    private final List<String> skipped = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private int run;

    public static void main(String[] folders) throws IOException, XMLStreamException {
        TestTally tally = new TestTally();
        for (String folder : folders) {
            tally.addFolder(Path.of(folder));
        }
        tally.print(System.out);
        System.exit(tally.succeeded() ? 0 : 1);
    }

    void addFolder(Path folder) throws IOException, XMLStreamException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("TEST-") && name.endsWith(".xml")) {
                    addReport(file);
                }
            }
        }
    }

    private void addReport(Path file) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream stream = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(stream);
            String test = "";
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    test = addElement(reader, test);
                }
            }
        }
    }

    /** Returns the test that the elements to come belong to. */
    private String addElement(XMLStreamReader reader, String test) throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "testcase" -> {
                run++;
                return attribute(reader, "classname") + "." + attribute(reader, "name");
            }
            case "skipped" -> skipped.add(test + ": " + reason(reader));
            case "failure", "error" -> failed.add(test + ": " + told(reader));
            default -> {
                // Properties, output and what else surefire keeps say nothing of the outcome.
            }
        }
        return test;
    }

    /** {@code @Disabled} puts its reason into an attribute, an assumption into its trace before the first place. */
    private static String reason(XMLStreamReader reader) throws XMLStreamException {
        String message = attribute(reader, "message");
        String said = reader.getElementText()
                .lines()
                .map(String::strip)
                .takeWhile(line -> !line.startsWith("at "))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" | "))
                .replaceFirst("^[\\w.]+: (\\| )?(Assumption failed: )?", "");
        return cut(!message.isEmpty() ? message : said.isEmpty() ? "no reason given" : said);
    }

    /** What a failure says in its first lines, and what caused it: it may be all that is kept of a run. */
    private static String told(XMLStreamReader reader) throws XMLStreamException {
        List<String> lines = reader.getElementText().strip().lines().toList();
        return cut(Stream.concat(
                        lines.stream().limit(TOLD_LINES),
                        lines.stream().skip(TOLD_LINES).filter(line -> line.startsWith("Caused by: ")))
                .map(String::strip)
                .collect(Collectors.joining(" | ")));
    }

    private static String cut(String said) {
        return said.length() <= TOLD_AT_FIRST + TOLD_AT_LAST
                ? said
                : said.substring(0, TOLD_AT_FIRST) + " ... " + said.substring(said.length() - TOLD_AT_LAST);
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value.replace('\n', ' ');
    }

    boolean succeeded() {
        return failed.isEmpty() && run > skipped.size();
    }

    void print(PrintStream out) {
        skipped.forEach(test -> out.println("skipped: " + test));
        failed.forEach(test -> out.println("failed: " + test));
        int passed = run - failed.size() - skipped.size();
        out.println(passed + " passed, " + failed.size() + " failed, " + skipped.size() + " skipped");
    }
}
