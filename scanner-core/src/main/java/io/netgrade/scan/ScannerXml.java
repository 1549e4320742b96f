// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.Target;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The XML that nmap's and masscan's {@code -oX} write, read as it comes. No document type is read (nmap's names one without
 * anything in it), no entity but XML's own five is known, nothing outside the file is fetched.
 */
final class ScannerXml {
    /** Open ports of one host; a machine has no more of TCP and UDP. */
    private static final int MOST_PORTS = 2 * 0x10000;

    private final XMLStreamReader xml;
    private final Consumer<Target> targets;
    private final Mistaken mistakes;
    private final List<String[]> open = new ArrayList<>();
    private String address = "";
    private boolean up;
    private boolean lookedAtPorts;
    private String port = "";
    private String transport = "";

    /** Told what is wrong, and in which line. */
    interface Mistaken {
        void at(int line, String what);
    }

    private ScannerXml(XMLStreamReader xml, Consumer<Target> targets, Mistaken mistakes) {
        this.xml = xml;
        this.targets = targets;
        this.mistakes = mistakes;
    }

    static void read(Reader text, Consumer<Target> targets, Mistaken mistakes) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it names " + systemId + ", which is not fetched");
        });
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(text);
            try {
                new ScannerXml(xml, targets, mistakes).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException unreadable) {
                throw unreadable;
            }
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            mistakes.at(line, "not the XML of nmap or masscan: " + message(e));
        }
    }

    private void read() throws XMLStreamException {
        boolean root = true;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (root && !xml.getLocalName().equals("nmaprun")) {
                    throw new XMLStreamException("its root is not nmaprun", xml.getLocation());
                }
                root = false;
                begin(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("host")) {
                host();
            }
        }
    }

    private void begin(String element) {
        switch (element) {
            case "host" -> {
                address = "";
                up = true;
                lookedAtPorts = false;
                open.clear();
            }
            case "status" -> up = attribute("state").equals("up");
            case "address" -> address = attribute("addrtype").startsWith("ipv") ? attribute("addr") : address;
            case "ports" -> lookedAtPorts = true;
            case "port" -> {
                port = attribute("portid");
                transport = attribute("protocol");
            }
            case "state" -> {
                if (attribute("state").equals("open") && open.size() < MOST_PORTS) {
                    open.add(new String[] {port, transport});
                }
            }
            default -> {}
        }
    }

    private void host() {
        try {
            if (!lookedAtPorts && up) {
                targets.accept(ScannerLines.up(address));
            }
            for (String[] found : open) {
                ScannerLines.open(address, found[0], found[1]).forEach(targets);
            }
        } catch (IllegalArgumentException e) {
            mistakes.at(xml.getLocation().getLineNumber(), String.valueOf(e.getMessage()));
        }
    }

    private String attribute(String name) {
        @Nullable String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** The parser's own words without the place, which is told apart. */
    private static String message(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int words = message.indexOf("Message: ");
        return words < 0 ? message : message.substring(words + "Message: ".length());
    }
}
