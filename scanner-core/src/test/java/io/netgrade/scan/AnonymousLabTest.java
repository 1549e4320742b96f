// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Attempt;
import io.netgrade.lab.VsftpdServer;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.ftp.FtpFacts;
import io.netgrade.testing.SideBySide;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What real servers answer to who gives no name, and that nobody asks them without the operator's consent. */
class AnonymousLabTest {
    private static final Consent CONSENT = new Consent(List.of(), false, true);

    @SideBySide
    @Test
    void vsftpdLetsAnonymousUsersIn() throws Exception {
        LabLook look = LabLook.at(VsftpdServer.clear(), ProtocolCatalog.asked(CONSENT));

        assertThat(look.facts(FtpFacts.ANONYMOUS)).containsExactly(FtpFacts.ANONYMOUS.complete(true));
        assertThat(look.collected().attempts())
                .filteredOn(attempt -> attempt.question().equals("ftp.anonymous"))
                .extracting(Attempt::status)
                .containsExactly(Attempt.Status.ANSWERED);
    }

    @SideBySide
    @Test
    void vsftpdTurnsThemAway() throws Exception {
        LabLook look = LabLook.at(VsftpdServer.withTls(), ProtocolCatalog.asked(CONSENT));

        assertThat(look.facts(FtpFacts.ANONYMOUS)).containsExactly(FtpFacts.ANONYMOUS.complete(false));
    }

    @SideBySide
    @Test
    void withoutConsentItIsNotAsked() throws Exception {
        LabLook look = LabLook.at(VsftpdServer.clear(), ProtocolCatalog.asked());

        assertThat(look.services()).contains("ftp");
        assertThat(look.facts(FtpFacts.ANONYMOUS)).isEmpty();
        assertThat(look.collected().attempts()).extracting(Attempt::question).doesNotContain("ftp.anonymous");
    }
}
