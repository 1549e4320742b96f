// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of finished sessions at real servers of OpenSSL: resumed or not, renegotiated or not. */
class TlsSessionTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void makesKeys() throws IOException {
        OpensslServer.needed();
        OpensslServer.selfSigned(folder, "rsa", "rsa:2048");
        OpensslServer.selfSigned(folder, "ec", "ec");
    }

    @Test
    void everyWayOfResumptionIsProven() throws IOException {
        Server.Asked asked = ask("rsa");

        assertThat(asked.facts().of(TlsFacts.RESUMPTION))
                .containsExactlyInAnyOrder(
                        TlsFacts.RESUMPTION.complete("psk"),
                        TlsFacts.RESUMPTION.complete("session-id"),
                        TlsFacts.RESUMPTION.complete("ticket"));
        assertThat(asked.questions())
                .contains(
                        "tls.resumption-psk answered",
                        "tls.resumption-session-id answered",
                        "tls.resumption-ticket answered",
                        "tls.client-renegotiation answered");
    }

    @Test
    void aSessionIsOfferedAndNotResumed() throws IOException {
        Server.Asked asked = ask("ec", "-no_ticket", "-num_tickets", "0", "-no_cache");

        assertThat(asked.fact(TlsFacts.RESUMPTION)).isEqualTo(TlsFacts.RESUMPTION.none());
    }

    @Test
    void withoutTicketsByIdentifierOnly() throws IOException {
        Server.Asked asked = ask("ec", "-no_ticket", "-no_tls1_3");

        assertThat(asked.fact(TlsFacts.RESUMPTION)).isEqualTo(TlsFacts.RESUMPTION.complete("session-id"));
        assertThat(asked.questions()).noneMatch(question -> question.startsWith("tls.session-for-ticket"));
    }

    @Test
    void aSecondHandshakeIsTaken() throws IOException {
        for (String version : List.of("-tls1_2", "-tls1_1")) {
            Server.Asked asked = ask("rsa", "-client_renegotiation", version, "-cipher", "ALL:@SECLEVEL=0");

            assertThat(asked.fact(TlsFacts.CLIENT_RENEGOTIATION).text("answer")).contains("accepted");
            assertThat(asked.fact(TlsFacts.CLIENT_RENEGOTIATION).text("version"))
                    .contains("TLSv1." + version.charAt(version.length() - 1));
            assertThat(asked.facts().all).allMatch(Fact::complete);
        }
    }

    @Test
    void aSecondHandshakeIsRefused() throws IOException {
        Server.Asked asked = ask("rsa");

        assertThat(asked.fact(TlsFacts.CLIENT_RENEGOTIATION))
                .isEqualTo(TlsFacts.CLIENT_RENEGOTIATION.complete("TLSv1.2", "refused"));
        assertThat(asked.questions())
                .filteredOn(question -> question.startsWith("tls.client-renegotiation"))
                .hasSize(1);
    }

    @Test
    void withTls13AloneThereIsNoRenegotiation() throws IOException {
        Server.Asked asked = ask("ec", "-tls1_3");

        assertThat(asked.fact(TlsFacts.CLIENT_RENEGOTIATION)).isEqualTo(TlsFacts.CLIENT_RENEGOTIATION.none());
        assertThat(asked.fact(TlsFacts.RESUMPTION)).isEqualTo(TlsFacts.RESUMPTION.complete("psk"));
        assertThat(asked.questions()).noneMatch(question -> question.startsWith("tls.client-renegotiation"));
    }

    @Test
    void gentleGearIsNotAskedToRenegotiate() throws IOException {
        TlsInquiry spared = new TlsInquiry(Optional.empty());
        spared.spare();
        Server.Asked asked = OpensslServer.ask(folder, spared, "ec", "-client_renegotiation", "-tls1_2");

        assertThat(asked.facts().of(TlsFacts.CLIENT_RENEGOTIATION)).isEmpty();
        assertThat(asked.questions()).noneMatch(question -> question.startsWith("tls.client-renegotiation"));
        assertThat(asked.facts().of(TlsFacts.RESUMPTION)).isNotEmpty();
    }

    /** A certificate asked for, and none given: what cannot be finished is not known. */
    @Test
    void whatCannotBeFinishedIsNotRefused() throws IOException {
        Server.Asked asked = ask("ec", "-client_renegotiation", "-tls1_2", "-Verify", "1", "-verify_return_error");

        assertThat(asked.facts().of(TlsFacts.CLIENT_RENEGOTIATION)).isEmpty();
        assertThat(asked.facts().of(TlsFacts.RESUMPTION)).isEmpty();
        assertThat(asked.fact(TlsFacts.CLIENT_CERTIFICATE).flag("requested")).contains(true);
    }

    private static Server.Asked ask(String key, String... options) throws IOException {
        return OpensslServer.ask(folder, new TlsInquiry(Optional.empty()), key, options);
    }
}
