// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.SoftwarePatterns;

/** The server's version as version.bind tells it (RFC 4892 §2.1), and the software that the text names. */
final class ServerVersion {
    static final byte[] NAME = DnsName.wire("version.bind");

    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.read(ServerVersion.class, "software.tsv");

    private ServerVersion() {}

    static boolean asked(DnsMessage message) {
        return message.asks(NAME, DnsMessage.TXT, DnsMessage.CHAOS);
    }

    /** States what an answer tells; its records have been read. A failed server may tell more another time. */
    static void state(DnsMessage answer, boolean complete, ObservationSink sink) {
        boolean failed = answer.responseCode() == DnsMessage.SERVER_FAILURE || answer.truncated();
        String text = answer.responseCode() == 0 && answer.hasText() ? answer.text() : "";
        Object[] values = {!text.isEmpty(), text.isEmpty() ? null : text};
        sink.saw(
                complete && !failed ? DnsFacts.VERSION_BIND.complete(values) : DnsFacts.VERSION_BIND.partial(values),
                text);
        SOFTWARE.find(text, complete).ifPresent(software -> sink.saw(software, text));
    }
}
