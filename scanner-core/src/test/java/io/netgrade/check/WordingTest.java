// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import static io.netgrade.check.Comparator.ABSENT;
import static io.netgrade.check.Comparator.ANY_OF;
import static io.netgrade.check.Comparator.EQUALS;
import static io.netgrade.check.Comparator.NONE_OF;
import static io.netgrade.check.Comparator.ONLY;
import static io.netgrade.check.Seen.captured;
import static io.netgrade.check.Seen.probed;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final FactType CIPHERS = FactType.of("x.ciphers-offered", "").names("algorithms", "");
    private static final FactType SUITES = FactType.of("x.suites-accepted", "")
            .text("version", "")
            .names("suites", "")
            .names("encryptions", "");
    private static final FactType RECURSION = FactType.of("x.recursion", "").flag("available", "");

    @Test
    void namesOnlyWhatBreaksTheBar() {
        assertThat(detail(
                        CIPHERS,
                        "algorithms",
                        Clause.of(NONE_OF, "rc4", "des"),
                        probed(CIPHERS.complete(List.of("aes", "rc4", "des")))))
                .isEqualTo("ciphers offered: rc4, des");
    }

    @Test
    void capsTheList() {
        List<String> names = IntStream.range(0, 9).mapToObj(n -> "c" + n).toList();

        assertThat(detail(CIPHERS, "algorithms", Clause.of(ONLY, "aes"), probed(CIPHERS.complete(names))))
                .isEqualTo("ciphers offered: c0, c1, c2, c3, c4, c5 and 3 more, only aes asked");
    }

    @Test
    void cutsAnEndlessName() {
        String detail = detail(
                CIPHERS, "algorithms", Clause.of(ONLY, "aes"), probed(CIPHERS.complete(List.of("x".repeat(9000)))));

        assertThat(detail).isEqualTo("ciphers offered: " + "x".repeat(80) + "…, only aes asked");
    }

    @Test
    void joinsSightingsOfOneThing() {
        assertThat(detail(
                        CIPHERS,
                        "algorithms",
                        Clause.of(NONE_OF, "rc4", "des"),
                        captured(CIPHERS.partial(List.of("rc4"))),
                        captured(CIPHERS.partial(List.of("des", "rc4")))))
                .isEqualTo("ciphers offered: rc4, des");
    }

    @Test
    void saysWhichOfItsKind() {
        assertThat(detail(
                        SUITES,
                        "encryptions",
                        Clause.of(NONE_OF, "NULL", "RC4"),
                        captured(SUITES.partial("TLSv1.0", List.of(), List.of("RC4"))),
                        captured(SUITES.partial("TLSv1.2", List.of(), List.of("NULL")))))
                .isEqualTo("suites accepted (TLSv1.0) encryptions: RC4; suites accepted (TLSv1.2) encryptions: NULL");
    }

    @Test
    void flagIsYesOrNo() {
        assertThat(detail(RECURSION, "available", Clause.of(EQUALS, "false"), probed(RECURSION.complete(true))))
                .isEqualTo("recursion available: yes");
        assertThat(detail(RECURSION, "available", Clause.of(EQUALS, "false"), probed(RECURSION.complete(false))))
                .isEqualTo("recursion available: no");
    }

    @Test
    void missNamesWhatWouldDo() {
        assertThat(detail(CIPHERS, "algorithms", Clause.of(ANY_OF, "a", "b", "c"), probed(CIPHERS.complete(List.of()))))
                .isEqualTo("ciphers offered: none, a, b or c asked");
    }

    @Test
    void passNamesWhatWasMeasured() {
        assertThat(detail(CIPHERS, "algorithms", Clause.of(NONE_OF, "rc4"), probed(CIPHERS.complete(List.of("aes")))))
                .isEqualTo("ciphers offered: aes, nothing ruled out");
    }

    @Test
    void recognisedServiceIsNamedByItsProtocol() {
        Observation telnet = Seen.recognised(Seen.ENDPOINT, "telnet");

        assertThat(detail(CommonFacts.RECOGNISED, "role", Clause.of(ABSENT), telnet))
                .isEqualTo("telnet server seen");
    }

    @Test
    void filterOfPartIsShort() {
        Clause clause = new Clause(
                Map.of("version", List.of("a", "b", "c", "d", "e")), Optional.empty(), NONE_OF, List.of("NULL"));

        assertThat(detail(SUITES, "encryptions", clause, captured(SUITES.partial("a", List.of(), List.of("AES")))))
                .isEqualTo("only part of suites accepted encryptions of version a, b, c or 2 more was seen");
    }

    private static String detail(FactType type, String field, Clause clause, Observation... seen) {
        return FieldCheck.of("x.y", "", type, field)
                .judge(Seen.of(seen), new Bar(List.of(clause)), Optional.empty())
                .detail();
    }
}
