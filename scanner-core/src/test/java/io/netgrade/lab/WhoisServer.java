// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Locale;

/** A WHOIS server (RFC 3912 2): a line that ends with CR LF is asked, a text comes, the connection ends. */
public final class WhoisServer extends HandmadeServer {
    private static final int LONGEST = 512;

    private WhoisServer(int port) throws IOException {
        super(port, true);
    }

    public static WhoisServer ofARegistry() throws IOException {
        return new WhoisServer(43);
    }

    public static WhoisServer onUnusualPort() throws IOException {
        return new WhoisServer(0);
    }

    @Override
    protected byte[] message(DataInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int last = 0;
        for (int octet = in.readUnsignedByte(); last != '\r' || octet != '\n'; octet = in.readUnsignedByte()) {
            must(line.size() < LONGEST && (octet >= ' ' || octet == '\r'), "a query that is no line of text");
            line.write(octet);
            last = octet;
        }
        return line.toByteArray();
    }

    @Override
    protected Reply reply(byte[] message) throws NotAllowed {
        String query = new String(message, US_ASCII).strip();
        must(query.matches("[A-Za-z0-9.-]+"), "a query that is no name");
        String answer = "No match for \"" + query.toUpperCase(Locale.ROOT) + "\".\r\n>>> Last update: lab <<<\r\n";
        return new Reply(answer.getBytes(US_ASCII), true);
    }
}
