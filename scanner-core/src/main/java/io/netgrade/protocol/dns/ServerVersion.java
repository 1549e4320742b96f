// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.SoftwarePatterns;
import java.util.List;

/** The server's version as version.bind tells it (RFC 4892 §2.1), and the software that the text names. */
final class ServerVersion {
    static final byte[] NAME = DnsName.wire("version.bind");

    /** Other questions for who the server is, as they are written and as they lie on the wire. */
    static final List<String> IDENTITIES = List.of("hostname.bind", "id.server", "version.server");

    private static final List<byte[]> IDENTITY_NAMES =
            IDENTITIES.stream().map(DnsName::wire).toList();

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
        SOFTWARE.find(text, complete)
                .ifPresentOrElse(
                        software -> sink.saw(software, text),
                        () -> CommonFacts.greeting(text).ifPresent(sink::saw));
    }

    /**
     * States what an answer to another question for the identity tells, each once.
     *
     * @param stated a bit for each of {@link #IDENTITIES} that was stated before
     * @return the same with those that were stated now
     */
    static int stateIdentity(DnsMessage answer, int stated, ObservationSink sink) {
        int all = stated;
        for (int i = 0; i < IDENTITIES.size() && answer.questionClass() == DnsMessage.CHAOS; i++) {
            boolean isNew = (stated >> i & 1) == 0;
            if (isNew && answer.asks(IDENTITY_NAMES.get(i), DnsMessage.TXT, DnsMessage.CHAOS)) {
                all |= 1 << i;
                boolean answered = answer.responseCode() == 0
                        && answer.hasText()
                        && !answer.text().isEmpty();
                sink.saw(DnsFacts.IDENTITY.partial(IDENTITIES.get(i), answered));
            }
        }
        return all;
    }
}
