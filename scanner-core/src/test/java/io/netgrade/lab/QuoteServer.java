// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;

/** A server of quotes (RFC 865): whoever connects is sent a short text; what comes from there is not asked for. */
public final class QuoteServer extends HandmadeServer {
    private QuoteServer(int port) throws IOException {
        super(port, true);
    }

    public static QuoteServer ofTheDay() throws IOException {
        return new QuoteServer(17);
    }

    public static QuoteServer onUnusualPort() throws IOException {
        return new QuoteServer(0);
    }

    @Override
    protected byte[] greeting() {
        return "Nothing is so firmly believed as that which is least known.\r\n\t\tMontaigne\r\n".getBytes(US_ASCII);
    }

    @Override
    protected byte[] message(DataInputStream in) throws IOException {
        throw new NotAllowed("the octet " + in.readUnsignedByte());
    }

    @Override
    protected Reply reply(byte[] message) {
        return Reply.CLOSE;
    }
}
