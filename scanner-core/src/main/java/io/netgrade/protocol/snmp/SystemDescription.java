// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.SoftwarePatterns;
import io.netgrade.wire.Ber;
import io.netgrade.wire.ByteView;

/** Finds sysDescr.0 (RFC 3418) among the variables of an answer, and names the software that it discloses. */
final class SystemDescription {
    /** 1.3.6.1.2.1.1.1.0 as BER writes it. */
    static final byte[] OBJECT = {0x2B, 6, 1, 2, 1, 1, 1, 0};

    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.ofSystems();
    private static final int LONGEST_TEXT = 512;

    private SystemDescription() {}

    /** The text's octets as a span of the message's bytes, or NONE. */
    static long find(SnmpMessage message) {
        ByteView view = message.bytes();
        long list = message.variables();
        int end = Ber.end(list);
        for (int at = Ber.start(list); at >= 0 && at < end; ) {
            long binding = Ber.span(view, Ber.SEQUENCE, at, end);
            long name = Ber.span(view, Ber.OBJECT_IDENTIFIER, Ber.start(binding), Ber.end(binding));
            if (Ber.length(name) == OBJECT.length && view.holds(Ber.start(name), OBJECT)) {
                return Ber.span(view, Ber.OCTET_STRING, Ber.end(name), Ber.end(binding));
            }
            at = Ber.end(binding);
        }
        return Ber.NONE;
    }

    /** States the software that it names, or the text itself where that is not known by it. */
    static void state(ByteView view, long span, boolean complete, ObservationSink sink) {
        String text = view.ascii(Ber.start(span), Math.min(Ber.length(span), LONGEST_TEXT));
        SOFTWARE.find(text, complete)
                .ifPresentOrElse(
                        software -> sink.saw(software, text),
                        () -> CommonFacts.greeting(text).ifPresent(sink::saw));
    }
}
