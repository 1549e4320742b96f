// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a capture shows, from the bytes of the JDK's server. */
class TlsDissectorTest {
    /** A ClientKeyExchange. */
    private static final byte[] KEYS = new TlsRecord(TlsRecord.HANDSHAKE, 0x0303, new byte[] {16, 0, 0, 1, 0}).encode();

    private static byte[] client12;
    private static byte[] server12;
    private static byte[] client13;
    private static byte[] server13;
    private static byte[] retry;

    @BeforeAll
    static void recordHandshakes() throws Exception {
        EngineServer server = new EngineServer(TestKeys.store(false), 4096, engine -> {});
        client12 = hello(TlsQuestion.all("tls.suites-1.2", TlsVersion.TLS_1_2).offering(List.of(0xC030, 0x009F)));
        server12 = server.flight(client12);
        TlsQuestion newest = TlsQuestion.all("tls.suites-1.3", TlsVersion.TLS_1_3);
        client13 = hello(newest.withShares(List.of(TlsKeyShare.generate(29))));
        server13 = server.flight(client13);
        retry = server.flight(hello(newest));
    }

    @Test
    void statesWhatTls12SaysInClear() {
        Fed.Facts facts = new Fed.Facts();
        TlsDissector dissector = new TlsDissector(TlsFamily.TLS);
        Fed.dissect(dissector, Direction.FROM_CLIENT, client12, 1, facts);
        Progress untilKeys = Fed.dissect(dissector, Direction.FROM_SERVER, server12, 1, facts);
        Progress end = Fed.dissect(dissector, Direction.FROM_CLIENT, KEYS, 1, facts);

        assertThat(untilKeys).isEqualTo(Progress.CONTINUE);
        assertThat(end).isEqualTo(Progress.DONE);
        assertThat(facts.all).noneMatch(Fact::complete);
        assertThat(facts.of(TlsFacts.CLIENT_HELLO).get(0).text("sni")).contains("lab.example");
        assertThat(facts.of(TlsFacts.VERSIONS_ACCEPTED))
                .containsExactly(TlsFacts.VERSIONS_ACCEPTED.partial(List.of("TLSv1.2")));
        assertThat(facts.of(TlsFacts.SUITES_ACCEPTED).get(0).names("suites"))
                .containsExactly("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
        assertThat(facts.of(TlsFacts.GROUPS_ACCEPTED)).hasSize(1);
        assertThat(facts.of(TlsFacts.CERTIFICATE).get(0).text("subject")).contains("CN=rsa.lab");
        assertThat(facts.of(TlsFacts.CHAIN).get(0).flag("self-signed")).contains(true);
        assertThat(facts.of(TlsFacts.CLIENT_CERTIFICATE)).containsExactly(TlsFacts.CLIENT_CERTIFICATE.partial(false));
    }

    @Test
    void statesTheHellosOfTls13() {
        Fed.Facts facts = new Fed.Facts();
        Progress end = handshake(client13, server13, 1, facts);

        assertThat(end).isEqualTo(Progress.DONE);
        Fact hello = facts.of(TlsFacts.SERVER_HELLO).get(0);
        assertThat(hello.text("version")).contains("TLSv1.3");
        assertThat(hello.text("group")).contains("x25519");
        assertThat(facts.of(TlsFacts.CERTIFICATE)).isEmpty();
        assertThat(facts.of(TlsFacts.CLIENT_CERTIFICATE)).isEmpty();
    }

    @Test
    void readsBothHellosAroundARetry() {
        TlsDissector dissector = new TlsDissector(TlsFamily.TLS);
        Fed.Facts facts = new Fed.Facts();
        byte[] changeCipherSpec = new TlsRecord(TlsRecord.CHANGE_CIPHER_SPEC, 0x0303, new byte[] {1}).encode();

        assertThat(Fed.dissect(dissector, Direction.FROM_CLIENT, client13, 99, facts))
                .isEqualTo(Progress.CONTINUE);
        assertThat(Fed.dissect(dissector, Direction.FROM_SERVER, retry, 99, facts))
                .isEqualTo(Progress.CONTINUE);
        Fed.dissect(dissector, Direction.FROM_CLIENT, changeCipherSpec, 99, facts);
        assertThat(Fed.dissect(dissector, Direction.FROM_CLIENT, client13, 99, facts))
                .isEqualTo(Progress.CONTINUE);
        assertThat(Fed.dissect(dissector, Direction.FROM_SERVER, server13, 99, facts))
                .isEqualTo(Progress.DONE);
        assertThat(facts.of(TlsFacts.CLIENT_HELLO)).hasSize(2);
        assertThat(facts.of(TlsFacts.SERVER_HELLO)).hasSize(2);
    }

    @Test
    void neverTakesBackWhatAPrefixShowed() {
        Fed.Facts whole = new Fed.Facts();
        handshake(client12, server12, 4096, whole);
        for (int length = 0; length < server12.length; length++) {
            Fed.Facts part = new Fed.Facts();
            Progress end = handshake(client12, Arrays.copyOf(server12, length), 4096, part);
            assertThat(end).isEqualTo(Progress.CONTINUE);
            assertThat(whole.all.subList(0, part.all.size())).isEqualTo(part.all);
        }
    }

    @Test
    void endsWhereTheServerRefuses() {
        Fed.Facts facts = new Fed.Facts();
        assertThat(handshake(client12, new byte[] {21, 3, 3, 0, 2, 2, 40}, 1, facts))
                .isEqualTo(Progress.DONE);
        assertThat(facts.of(TlsFacts.ALERT))
                .containsExactly(TlsFacts.ALERT.partial("server", "fatal", "handshake_failure"));
    }

    @Test
    void goesOnWithTheSideThatIsWhole() {
        TlsDissector dissector = new TlsDissector(TlsFamily.TLS);
        Fed.Facts facts = new Fed.Facts();

        assertThat(dissector.missed(Direction.FROM_CLIENT, 300)).isTrue();
        assertThat(Fed.dissect(dissector, Direction.FROM_SERVER, server12, 50, facts))
                .isEqualTo(Progress.DONE);
        assertThat(facts.of(TlsFacts.CERTIFICATE)).hasSize(1);
        assertThat(dissector.missed(Direction.FROM_SERVER, 1)).isFalse();
    }

    private static Progress handshake(byte[] client, byte[] server, int piece, Fed.Facts facts) {
        TlsDissector dissector = new TlsDissector(TlsFamily.TLS);
        Progress first = Fed.dissect(dissector, Direction.FROM_CLIENT, client, piece, facts);
        assertThat(first).isEqualTo(Progress.CONTINUE);
        return Fed.dissect(dissector, Direction.FROM_SERVER, server, piece, facts);
    }

    private static byte[] hello(TlsQuestion question) {
        return Hellos.records(question.hello(Optional.of("lab.example")).encode(), 16_000);
    }
}
