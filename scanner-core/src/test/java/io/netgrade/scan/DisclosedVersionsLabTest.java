// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.CommonFacts;
import io.netgrade.lab.BindServer;
import io.netgrade.lab.DovecotServer;
import io.netgrade.lab.KamailioServer;
import io.netgrade.lab.LabServer;
import io.netgrade.lab.SnmpServer;
import io.netgrade.lab.VsftpdServer;
import io.netgrade.protocol.Consent;
import io.netgrade.testing.SideBySide;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a service tells its version: of software that is not known, words that may tell one are no proof of either. */
class DisclosedVersionsLabTest {
    private static final String CONTROL = "BND-05@2";

    record Row(String title, LabServer server, Result expected) {
        @Override
        public String toString() {
            return title + ": " + expected;
        }
    }

    static Stream<Row> servers() {
        return Stream.of(
                new Row("its own greeting", VsftpdServer.clear(), Result.FAIL),
                new Row(
                        "an unknown product with a version",
                        VsftpdServer.greeting("AcmeFTP 7.3.1 ready"),
                        Result.UNKNOWN),
                new Row("no product", VsftpdServer.greeting("FTP for authorised use only"), Result.PASS),
                new Row("an unknown version", BindServer.authoritativeTelling("AcmeDNS 2.0"), Result.UNKNOWN),
                new Row("a known version", BindServer.authoritativeTelling("dnsmasq-2.90"), Result.FAIL),
                new Row("words for a version", BindServer.authoritativeTelling("go away"), Result.PASS),
                new Row("gear that is not known", SnmpServer.describing("Acme switch, firmware 4.5"), Result.UNKNOWN),
                new Row("a description without one", SnmpServer.describing("a switch"), Result.PASS),
                new Row("a Server field", KamailioServer.open(), Result.FAIL),
                new Row("that of an unknown product", KamailioServer.openAs("AcmeSBC/7.2"), Result.FAIL),
                new Row("one that may have a version", KamailioServer.openAs("AcmeSBC 7.2"), Result.UNKNOWN),
                new Row("one without", KamailioServer.openAs("AcmeSBC"), Result.PASS),
                new Row("a product alone", DovecotServer.pop3(), Result.PASS),
                new Row("an answer to ID without a version", DovecotServer.imap(), Result.PASS));
    }

    @SideBySide
    @ParameterizedTest
    @MethodSource("servers")
    void isTold(Row row) throws Exception {
        LabLook look = LabLook.at(row.server(), ProtocolCatalog.asked(Consent.toCommunities(List.of("public"))));

        assertThat(Stream.of(Result.values())
                        .filter(result -> look.controls(result).contains(CONTROL)))
                .as("%s, %s", look.facts(CommonFacts.SOFTWARE), look.facts(CommonFacts.GREETING))
                .containsExactly(row.expected());
        if (row.expected() == Result.UNKNOWN) {
            assertThat(Stream.concat(
                            look.facts(CommonFacts.GREETING).stream().flatMap(fact -> fact.text("text").stream()),
                            look.facts(CommonFacts.SOFTWARE).stream().flatMap(fact -> fact.text("product").stream())))
                    .as("it is shown")
                    .isNotEmpty()
                    .allMatch(words -> words.startsWith("Acme"));
        }
    }
}
