// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The discovery of a UPnP root device (UPnP Device Architecture 2.0, 1.3.2 and 1.3.3), asked by unicast: an Internet gateway,
 * which answers for that too, or a printer.
 */
public final class SsdpDevice extends HandmadeServer {
    private static final String ROOT = "upnp:rootdevice";
    private static final String DEVICE = "urn:schemas-upnp-org:device:";

    private final String type;

    private SsdpDevice(int port, String type) throws IOException {
        super(port, false);
        this.type = DEVICE + type;
    }

    public static SsdpDevice gateway() throws IOException {
        return new SsdpDevice(1900, "InternetGatewayDevice:1");
    }

    public static SsdpDevice printer() throws IOException {
        return new SsdpDevice(1900, "Printer:1");
    }

    public static SsdpDevice onUnusualPort() throws IOException {
        return new SsdpDevice(0, "InternetGatewayDevice:1");
    }

    @Override
    protected byte[] message(DataInputStream in) {
        throw new IllegalStateException("SSDP has no streams");
    }

    @Override
    protected Reply reply(byte[] message) throws NotAllowed {
        String text = new String(message, US_ASCII);
        must(text.startsWith("M-SEARCH * HTTP/1.1\r\n") && text.endsWith("\r\n\r\n"), "no search");
        Map<String, String> fields = new TreeMap<>();
        for (String line : text.substring(text.indexOf('\n') + 1).strip().split("\r\n", -1)) {
            int colon = line.indexOf(':');
            must(colon > 0, "the line " + line);
            String name = line.substring(0, colon).toUpperCase(Locale.ROOT);
            must(fields.put(name, line.substring(colon + 1).strip()) == null, name + " twice");
        }
        must((address() + ":" + port()).equals(fields.get("HOST")), "HOST is not this device");
        must("\"ssdp:discover\"".equals(fields.get("MAN")), "MAN is not ssdp:discover in quotes");
        must(!fields.containsKey("MX"), "MX in a search by unicast");
        String target = fields.get("ST");
        must(target != null, "no ST");
        must(!"ssdp:all".equals(target), "a search for everything, which amplifies");
        return target.equals(ROOT) || target.equals(type) ? Reply.of(answer(target)) : Reply.NONE;
    }

    private byte[] answer(String target) {
        return ("HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=1800\r\nEXT:\r\nLOCATION: http://" + address()
                        + ":5000/rootDesc.xml\r\nSERVER: Linux/6.1 UPnP/1.1 LabUPnPd/2.3.1\r\nST: " + target
                        + "\r\nUSN: uuid:00000000-0000-1000-8000-00163e000001::" + target
                        + "\r\nBOOTID.UPNP.ORG: 1\r\nCONFIGID.UPNP.ORG: 1\r\n\r\n")
                .getBytes(US_ASCII);
    }
}
