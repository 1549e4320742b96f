// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.CodeTable;
import java.util.ArrayList;
import java.util.List;

/** States what a server's answers show of DNSSEC, each thing once. Allocates nothing for what was stated before. */
final class SecurityFacts {
    private static final CodeTable NAMES = CodeTable.read(SecurityFacts.class, "algorithms.tsv");

    private long algorithmsStated;
    private boolean signedStated;
    private boolean unsignedStated;
    private boolean validatedStated;

    /** Whether an answer, whose records have been read, says anything of DNSSEC. */
    static boolean concerns(DnsMessage answer) {
        return answer.hasSignatures() || (answer.hasExtension() && answer.dnssecOk());
    }

    /** The answer's records have been read. DO comes back with the answer to a question that had it (RFC 3225 §3). */
    void answered(DnsMessage answer, ObservationSink sink) {
        boolean found =
                answer.responseCode() == 0 && answer.answers() > 0 && answer.questionClass() == DnsMessage.INTERNET;
        boolean asked = answer.hasExtension() && answer.dnssecOk();
        if (!found || !answer.readWhole() || answer.truncated()) {
            return;
        }
        if (answer.authoritative()) {
            signatures(answer, asked, sink);
        } else if (asked && answer.recursionAvailable()) {
            validation(answer.authenticated(), sink);
        }
    }

    private void signatures(DnsMessage answer, boolean asked, ObservationSink sink) {
        boolean signed = answer.hasSignatures();
        if (signed && (!signedStated || (answer.algorithms() & ~algorithmsStated) != 0)) {
            signedStated = true;
            algorithmsStated |= answer.algorithms();
            sink.saw(DnsFacts.SIGNATURES.partial(true, names(answer.algorithms())));
        } else if (!signed && asked && !unsignedStated) {
            unsignedStated = true;
            sink.saw(DnsFacts.SIGNATURES.partial(false, null));
        }
    }

    /** That AD is not set proves nothing: the name may lie in a zone that is not signed. */
    private void validation(boolean authenticated, ObservationSink sink) {
        if (authenticated && !validatedStated) {
            validatedStated = true;
            sink.saw(DnsFacts.VALIDATION.partial(true));
        }
    }

    private static List<String> names(long algorithms) {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < Long.SIZE; number++) {
            if ((algorithms >> number & 1) != 0) {
                names.add(NAMES.knows(number) ? NAMES.name(number) : "algorithm-" + number);
            }
        }
        return names;
    }
}
