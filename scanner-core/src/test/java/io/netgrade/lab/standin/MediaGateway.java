// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A media gateway in text over UDP, and over TCP in frames (ITU-T H.248.1: AuditValue 7.2.5, syntax annex B.2, transport annex
 * D; errors H.248.8). It commands nothing and has no association with anybody yet.
 */
public final class MediaGateway implements Spoken {
    private static final int FRAME = 4;
    private static final String BLANKS = "[ \\t\\r\\n]*";
    /** Annex B.2: each token in its long form or its short one, blanks where LWSP stands, and SEP before sender and body. */
    private static final Pattern AUDIT = Pattern.compile(
            ("_(?:MEGACO|!)/(?<version>[1-9][0-9]?)[ \\t\\r\\n]+<[A-Z0-9][A-Z0-9.-]{0,63}>(?::[0-9]{1,5})?[ \\t\\r\\n]+"
                            + "(?:Transaction|T)_=_(?<transaction>[0-9]{1,10})_\\{_(?:Context|C)_=_-_\\{_"
                            + "(?:AuditValue|AV)_=_ROOT_\\{_(?:Audit|AT)_\\{_}_}_}_}_")
                    .replace("_", BLANKS),
            Pattern.CASE_INSENSITIVE);

    private final boolean framed;
    private final boolean obedient;

    private MediaGateway(boolean framed, boolean obedient) {
        this.framed = framed;
        this.obedient = obedient;
    }

    /** @param framed over TCP (annex D.2: TPKT), not UDP */
    public static MediaGateway obeyingAnybody(boolean framed) {
        return new MediaGateway(framed, true);
    }

    /** One that has its controllers, and says to others that they may not command (error 504). */
    public static MediaGateway refusingStrangers(boolean framed) {
        return new MediaGateway(framed, false);
    }

    @Override
    public int length(ByteBuffer said) {
        Breach.unless(said.get(0) == 3, "D.2: a frame of TPKT has the version 3");
        return said.remaining() < FRAME ? 0 : said.getShort(2) & 0xFFFF;
    }

    @Override
    public Turn answer(ByteBuffer message, InetSocketAddress asker) {
        if (framed) {
            boolean frame = message.remaining() > FRAME && message.getInt(0) == (0x0300_0000 | message.remaining());
            Breach.unless(frame, "D.2: a frame of TPKT counts itself", Turn.LEAVING);
            message.position(FRAME);
        }
        Matcher audit = AUDIT.matcher(ISO_8859_1.decode(message.duplicate()));
        Breach.unless(audit.matches(), "B.2: not the audit of ROOT", said("ER=400{\"Syntax error in message\"}"));
        boolean known = Integer.parseInt(audit.group("version")) <= 3;
        Breach.unless(known, "8.3: versions 1 to 3", said("ER=406{\"Version not supported\"}"));
        long transaction = Long.parseLong(audit.group("transaction"));
        Breach.unless(
                transaction > 0 && transaction <= 0xFFFF_FFFFL, "8.2.1: 0 is no request's, and there are 32 bits");
        String reply = obedient ? "AV=ROOT" : "ER=504{\"Command received from unauthorized entity\"}";
        return said("P=" + transaction + "{C=-{" + reply + "}}");
    }

    private Turn said(String body) {
        byte[] text = ("MEGACO/1 <gateway.lab.example>:2944\r\n" + body + "\r\n").getBytes(ISO_8859_1);
        return Turn.saying(
                framed
                        ? ByteBuffer.allocate(FRAME + text.length)
                                .putInt(0x0300_0000 | (FRAME + text.length))
                                .put(text)
                                .array()
                        : text);
    }
}
