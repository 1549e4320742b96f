// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.recog;

import com.google.re2j.Pattern;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One file of fingerprints, read as it comes. No document type is read, no entity but XML's own five is known, nothing
 * outside the file is fetched; numbers are bounded.
 */
final class RecogFile {
    private static final int MOST_FINGERPRINTS = 20_000;
    private static final int MOST_PARAMS = 64;
    private static final int MOST_GROUPS = 99;

    private final XMLStreamReader xml;
    private final List<RecogFingerprint> fingerprints = new ArrayList<>();
    private final List<RecogFingerprint.Param> params = new ArrayList<>();
    private String matches = "";
    private int untaken;
    private @Nullable Pattern pattern;
    private boolean rooted;

    private RecogFile(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * @param name what its fingerprints are for where the file does not say it
     * @throws XMLStreamException where it is not such a file
     */
    static RecogFile read(InputStream file, String name) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it names " + systemId + ", which is not fetched");
        });
        XMLStreamReader xml = factory.createXMLStreamReader(file);
        try {
            RecogFile read = new RecogFile(xml);
            read.matches = name;
            read.read();
            return read;
        } finally {
            xml.close();
        }
    }

    /** What texts its fingerprints are for, such as {@code ssh.banner}. */
    String matches() {
        return matches;
    }

    List<RecogFingerprint> fingerprints() {
        return List.copyOf(fingerprints);
    }

    /** Patterns that RE2 does not take. */
    int untaken() {
        return untaken;
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("fingerprint")) {
                end();
            }
        }
    }

    private void begin(String element) throws XMLStreamException {
        if (!rooted) {
            if (!element.equals("fingerprints")) {
                throw new XMLStreamException("its root is not fingerprints", xml.getLocation());
            }
            rooted = true;
            matches = attribute("matches").isEmpty() ? matches : attribute("matches");
        } else if (element.equals("fingerprint")) {
            params.clear();
            Optional<Pattern> read = RecogPattern.of(attribute("pattern"), attribute("flags"));
            pattern = read.orElse(null);
            untaken += read.isEmpty() ? 1 : 0;
        } else if (element.equals("param") && params.size() < MOST_PARAMS) {
            params.add(new RecogFingerprint.Param(position(), attribute("name"), attribute("value")));
        }
    }

    private void end() throws XMLStreamException {
        Pattern read = pattern;
        if (read != null) {
            fingerprints.add(new RecogFingerprint(read, params));
        }
        if (fingerprints.size() > MOST_FINGERPRINTS) {
            throw new XMLStreamException("more than " + MOST_FINGERPRINTS + " fingerprints", xml.getLocation());
        }
    }

    private int position() throws XMLStreamException {
        String text = attribute("pos");
        boolean number = !text.isEmpty() && text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int position = number ? Integer.parseInt(text) : -1;
        if (position < 0 || position > MOST_GROUPS) {
            throw new XMLStreamException("pos is no number of a group: " + text, xml.getLocation());
        }
        return position;
    }

    private String attribute(String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
    }
}
