// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Inquiry;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The questions to a server of DTLS. */
public final class TlsDatagramInquiry {
    private TlsDatagramInquiry() {}

    /**
     * Asks for every version and suite, and reads what the flights show.
     *
     * @param datagrams one for each association
     * @param addressCheck the fact that a server asked for a cookie, or did not
     */
    public static Inquiry of(
            TlsVocabulary words, Supplier<TlsDatagrams> datagrams, Function<Boolean, Fact> addressCheck) {
        return new TlsShortInquiry(
                "dtls",
                Transport.UDP,
                words,
                List.of(TlsVersion.DTLS_1_2, TlsVersion.DTLS_1_0, TlsVersion.DTLS_1_3),
                question -> new TlsDatagramConversation(question, datagrams.get(), addressCheck));
    }
}
