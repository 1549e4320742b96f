// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Direction;
import io.netgrade.testing.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnmpDissectorTest {
    private static final Fact ENGINE = SnmpFacts.ENGINE.partial("80001f8880a19fa8162acb036b00000000", 8072, 1, 3);
    private static final Fact LINUX = CommonFacts.SOFTWARE.partial(
            "Linux", "6.18.44-fc-v669", "cpe:2.3:o:linux:linux_kernel:6.18.44:*:*:*:*:*:*:*");

    private final SnmpProtocol protocol = new SnmpProtocol();

    @Test
    void statesVersionAndClassOfAnAnsweredCommunity() {
        assertThat(facts("v1-get.txt"))
                .containsExactly(
                        SnmpFacts.VERSIONS_ANSWERED.partial(List.of("v1")),
                        SnmpFacts.COMMUNITY.partial("default", 6),
                        LINUX);
    }

    @Test
    void statesOnlyTheLengthOfACommunityThatIsNotWidelyKnown() {
        assertThat(facts("v2c-walk.txt"))
                .containsExactly(
                        SnmpFacts.VERSIONS_ANSWERED.partial(List.of("v2c")),
                        SnmpFacts.COMMUNITY.partial("other", 12),
                        LINUX);
    }

    @Test
    void statesTheLevelOfAnEncryptedAnswer() {
        assertThat(facts("v3-auth-priv.txt"))
                .containsExactly(
                        SnmpFacts.VERSIONS_ANSWERED.partial(List.of("v3")),
                        ENGINE,
                        SnmpFacts.USER_SECURITY.partial("authPriv", "present", "present"));
    }

    @Test
    void statesTheLevelOfAnAuthenticatedAnswer() {
        assertThat(facts("v3-auth.txt"))
                .contains(SnmpFacts.USER_SECURITY.partial("authNoPriv", "present", "absent"), LINUX);
    }

    @Test
    void statesTheLevelOfAnAnswerWithoutSecurity() {
        assertThat(facts("v3-none.txt")).contains(SnmpFacts.USER_SECURITY.partial("noAuthNoPriv", "absent", "absent"));
    }

    @Test
    void takesAReportForNoAcceptedLevel() {
        assertThat(facts("v3-unknown-user.txt"))
                .extracting(Fact::type)
                .containsExactly(SnmpFacts.VERSIONS_ANSWERED.id(), SnmpFacts.ENGINE.id());
    }

    @Test
    void takesAnEncryptedMessageThatNobodyAskedForForNoAnswer() {
        Transcript whole = Transcript.read(getClass(), "v3-auth-priv.txt");
        byte[] encrypted = whole.said().get(3).bytes();

        assertThat(Transcript.of(Transport.UDP, 161).server(encrypted).facts(protocol))
                .isEmpty();
    }

    @Test
    void saysNothingOfAQuestionWithoutAnAnswer() {
        Transcript whole = Transcript.read(getClass(), "v1-get.txt");

        assertThat(Transcript.of(Transport.UDP, 161)
                        .client(whole.first(Direction.FROM_CLIENT))
                        .facts(protocol))
                .isEmpty();
    }

    @Test
    void neverStatesTheCommunityItself() {
        assertThat(facts("v2c-walk.txt").toString()).doesNotContain("s3cretstring");
    }

    @Test
    void readsAStreamOctetByOctet() {
        Transcript whole = Transcript.read(getClass(), "v2c-tcp.txt");

        assertThat(whole.inSingleOctets().facts(protocol))
                .isEqualTo(whole.facts(protocol))
                .hasSize(3);
    }

    @Test
    void statesEachThingOnce() {
        Transcript whole = Transcript.read(getClass(), "v1-get.txt");
        List<Transcript.Said> twice = new ArrayList<>(whole.said());
        twice.addAll(whole.said());

        assertThat(new Transcript(Transport.UDP, 161, twice).facts(protocol)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1-get.txt", "v2c-walk.txt", "v3-auth-priv.txt", "v3-none.txt", "v2c-tcp.txt"})
    void saysNoMoreOfABeginningThanOfTheWhole(String recorded) {
        Transcript whole = Transcript.read(getClass(), recorded);
        List<Fact> facts = whole.facts(protocol);

        for (Transcript beginning : whole.beginnings()) {
            List<Fact> fewer = beginning.facts(protocol);
            assertThat(facts.subList(0, fewer.size())).isEqualTo(fewer);
        }
    }

    private List<Fact> facts(String recorded) {
        return Transcript.read(getClass(), recorded).facts(protocol);
    }
}
