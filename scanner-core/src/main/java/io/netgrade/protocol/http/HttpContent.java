// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a request of a probe carries; nearly always nothing. */
enum HttpContent {
    NONE(""),
    /** No content, but a wish for no more than the first octets of the answer's (RFC 9110 14.2). */
    BEGINNING(""),
    /** WS-Management Identify, which is answered without a log-in (DMTF DSP0226 11; MS-WSMV 3.1.4.1.20). */
    IDENTIFY("application/soap+xml;charset=UTF-8\r\nWSMANIDENTIFY: unauthenticated"),
    /** How many keys of one octet, zero, there are: a count, and no key or value (etcd API v3, RangeRequest.count_only). */
    KEY_COUNT("application/json"),
    /** IPP Get-Printer-Attributes for its state alone (RFC 8011 4.2.5). */
    PRINTER_STATE("application/ipp");

    /** A request for the beginning of a file asks for so many. */
    static final int BEGINNING_OCTETS = 192 * 1024;

    private static final String ENVELOPE = "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
            + " xmlns:i=\"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd\">"
            + "<s:Header/><s:Body><i:Identify/></s:Body></s:Envelope>";

    private final String type;

    HttpContent(String type) {
        this.type = type;
    }

    /** The header fields that go with it, each with its end of line. */
    String fields() {
        if (this == BEGINNING) {
            return "Range: bytes=0-" + (BEGINNING_OCTETS - 1) + "\r\n";
        }
        return this == NONE ? "" : "Content-Type: " + type + "\r\nContent-Length: " + body().length + "\r\n";
    }

    byte[] body() {
        return switch (this) {
            case NONE, BEGINNING -> new byte[0];
            case IDENTIFY -> ENVELOPE.getBytes(StandardCharsets.US_ASCII);
            case KEY_COUNT -> "{\"key\":\"AA==\",\"count_only\":true}".getBytes(StandardCharsets.US_ASCII);
            case PRINTER_STATE -> printerState();
        };
    }

    /** RFC 8010 3.1: version 1.1, operation 0x000B, request 1, the operation's attributes, and their end. */
    private static byte[] printerState() {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {1, 1, 0, 0x0B, 0, 0, 0, 1, 1});
        attribute(message, 0x47, "attributes-charset", "utf-8");
        attribute(message, 0x48, "attributes-natural-language", "en");
        attribute(message, 0x45, "printer-uri", "ipp://localhost/");
        attribute(message, 0x44, "requested-attributes", "printer-state");
        message.write(3);
        return message.toByteArray();
    }

    private static void attribute(ByteArrayOutputStream message, int tag, String name, String value) {
        message.write(tag);
        for (String part : new String[] {name, value}) {
            message.write(0);
            message.write(part.length());
            message.writeBytes(part.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
