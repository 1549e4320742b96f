// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.PortSet;
import io.netgrade.fact.CommonFacts;
import io.netgrade.lab.CassandraNode;
import io.netgrade.lab.KafkaBroker;
import io.netgrade.lab.LoopbackAddress;
import io.netgrade.lab.MongodWithLogins;
import io.netgrade.lab.OracleListener;
import io.netgrade.lab.StreamStandIn;
import io.netgrade.lab.TdsServer;
import io.netgrade.lab.TomcatServer;
import io.netgrade.protocol.ajp.AjpFacts;
import io.netgrade.protocol.cassandra.CassandraFacts;
import io.netgrade.protocol.kafka.KafkaFacts;
import io.netgrade.protocol.mongodb.MongodbFacts;
import io.netgrade.protocol.mssql.MssqlFacts;
import io.netgrade.protocol.oracle.OracleTnsFacts;
import io.netgrade.protocol.tls.TlsFacts;
import io.netgrade.testing.SideBySide;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The prober, with all its protocols, against stores that the lab tree has no package of. */
@Timeout(120)
class StoreLabTest {
    private static final int UNUSUAL = 0;

    @SideBySide
    @Test
    void seesThatAKafkaListenerWantsNoLogIn() throws Exception {
        for (int port : List.of(9092, UNUSUAL)) {
            LabLook look = clear(port, KafkaBroker.open());

            assertThat(look.services()).containsExactly("kafka");
            assertThat(look.facts(KafkaFacts.AUTHENTICATION))
                    .containsExactly(KafkaFacts.AUTHENTICATION.complete(false));
            assertThat(look.facts(KafkaFacts.REQUEST))
                    .contains(
                            KafkaFacts.REQUEST.partial("api-versions", "none"),
                            KafkaFacts.REQUEST.partial("metadata", "none"));
            assertThat(look.facts(KafkaFacts.MECHANISMS)).isEmpty();
        }
    }

    @SideBySide
    @Test
    void seesTheMechanismsOfAKafkaListener() throws Exception {
        for (int port : List.of(9092, UNUSUAL)) {
            LabLook plain = clear(port, KafkaBroker.withSasl("PLAIN"));
            LabLook scram = clear(port, KafkaBroker.withSasl("SCRAM-SHA-512", "OAUTHBEARER"));

            assertThat(plain.facts(KafkaFacts.AUTHENTICATION))
                    .containsExactly(KafkaFacts.AUTHENTICATION.complete(true));
            assertThat(plain.facts(KafkaFacts.MECHANISMS))
                    .containsExactly(KafkaFacts.MECHANISMS.complete(List.of("PLAIN")));
            assertThat(scram.facts(KafkaFacts.AUTHENTICATION))
                    .containsExactly(KafkaFacts.AUTHENTICATION.complete(true));
            assertThat(scram.facts(KafkaFacts.MECHANISMS))
                    .containsExactly(KafkaFacts.MECHANISMS.complete(List.of("SCRAM-SHA-512", "OAUTHBEARER")));
            assertThat(scram.facts(KafkaFacts.REQUEST)).doesNotContain(KafkaFacts.REQUEST.partial("metadata", "none"));
        }
    }

    @SideBySide
    @Test
    void asksKafkaInsideTls() throws Exception {
        for (int port : List.of(9093, UNUSUAL)) {
            LabLook look = tls(port, KafkaBroker.withSasl("PLAIN"));

            assertThat(look.services()).containsExactlyInAnyOrder("tls", "tls/kafka");
            assertThat(look.facts(KafkaFacts.AUTHENTICATION)).containsExactly(KafkaFacts.AUTHENTICATION.complete(true));
        }
    }

    @SideBySide
    @Test
    void seesWhetherACassandraNodeWantsALogIn() throws Exception {
        for (int port : List.of(9042, UNUSUAL)) {
            LabLook open = clear(port, CassandraNode.open());
            LabLook strict = clear(port, CassandraNode.withPasswords());

            assertThat(open.services()).containsExactly("cassandra");
            assertThat(open.facts(CassandraFacts.AUTHENTICATION))
                    .containsExactly(CassandraFacts.AUTHENTICATION.complete(false, null));
            assertThat(open.facts(CassandraFacts.SERVICE))
                    .contains(CassandraFacts.SERVICE.partial(3, List.of("3.4.6")));
            assertThat(strict.facts(CassandraFacts.AUTHENTICATION))
                    .containsExactly(CassandraFacts.AUTHENTICATION.complete(true, "PasswordAuthenticator"));
            assertThat(strict.facts(CassandraFacts.LOGIN_IN_CLEAR)).isEmpty();
        }
    }

    @SideBySide
    @Test
    void asksCassandraInsideTls() throws Exception {
        for (int port : List.of(9042, UNUSUAL)) {
            LabLook look = tls(port, CassandraNode.open());

            assertThat(look.services()).containsExactlyInAnyOrder("tls", "tls/cassandra");
            assertThat(look.facts(CassandraFacts.AUTHENTICATION))
                    .containsExactly(CassandraFacts.AUTHENTICATION.complete(false, null));
        }
    }

    @SideBySide
    @Test
    void seesThatMongodbLetsEverybodyIn() throws Exception {
        for (int port : List.of(27017, UNUSUAL)) {
            MongoServer server = new MongoServer(new MemoryBackend());
            try {
                InetSocketAddress bound = new InetSocketAddress(LoopbackAddress.next(), port);
                server.bind(bound);
                LabLook look =
                        all(bound.getHostString(), server.getLocalAddress().getPort());

                assertThat(look.services()).containsExactly("mongodb");
                assertThat(look.facts(MongodbFacts.AUTHENTICATION))
                        .containsExactly(MongodbFacts.AUTHENTICATION.complete(false));
                assertThat(look.facts(CommonFacts.SOFTWARE))
                        .anyMatch(fact ->
                                fact.text("product").filter("MongoDB"::equals).isPresent());
            } finally {
                server.shutdownNow();
            }
        }
    }

    @SideBySide
    @Test
    void seesThatMongodbWantsALogIn() throws Exception {
        for (int port : List.of(27017, UNUSUAL)) {
            LabLook look = clear(port, new MongodWithLogins());

            assertThat(look.services()).containsExactly("mongodb");
            assertThat(look.facts(MongodbFacts.AUTHENTICATION))
                    .containsExactly(MongodbFacts.AUTHENTICATION.complete(true));
            assertThat(look.facts(MongodbFacts.SERVICE))
                    .containsExactly(MongodbFacts.SERVICE.partial(21, "standalone"));
            assertThat(look.facts(CommonFacts.SOFTWARE))
                    .anyMatch(fact ->
                            fact.text("version").filter("7.0.14"::equals).isPresent());
        }
        assertThat(tls(27017, new MongodWithLogins()).services()).containsExactlyInAnyOrder("tls", "tls/mongodb");
    }

    @SideBySide
    @Test
    void seesWhatSqlServerSaysOfEncryption() throws Exception {
        for (int port : List.of(1433, UNUSUAL)) {
            assertThat(clear(port, TdsServer.encryptingLogins()).facts(MssqlFacts.ENCRYPTION))
                    .containsExactly(MssqlFacts.ENCRYPTION.complete("off", "off"));
            assertThat(clear(port, TdsServer.withoutEncryption()).facts(MssqlFacts.ENCRYPTION))
                    .containsExactly(MssqlFacts.ENCRYPTION.complete("not-supported", "off"));
            LabLook required = clear(port, TdsServer.requiringEncryption());
            assertThat(required.services()).containsExactlyInAnyOrder("mssql", "mssql/tls");
            assertThat(required.facts(MssqlFacts.ENCRYPTION))
                    .containsExactly(MssqlFacts.ENCRYPTION.complete("required", "off"));
            assertThat(required.facts(CommonFacts.SOFTWARE))
                    .anyMatch(fact ->
                            fact.text("version").filter("16.0.1000"::equals).isPresent());
        }
    }

    @SideBySide
    @Test
    void asksTheTlsThatTdsCarries() throws Exception {
        LabLook look = clear(1433, TdsServer.encryptingLogins());

        assertThat(look.services()).containsExactlyInAnyOrder("mssql", "mssql/tls");
        assertThat(look.facts(TlsFacts.VERSIONS_ACCEPTED))
                .anySatisfy(fact -> assertThat(fact.names("versions")).contains("TLSv1.2", "TLSv1.3"));
        assertThat(look.facts(TlsFacts.CERTIFICATE)).isNotEmpty();
        assertThat(look.controls(Result.PASS)).anyMatch(control -> control.startsWith("TLS-04@"));

        LabLook without = clear(1433, TdsServer.withoutEncryption());
        assertThat(without.services()).containsExactly("mssql");
        assertThat(without.controls(Result.PASS)).noneMatch(control -> control.startsWith("TLS-"));
    }

    @SideBySide
    @Test
    void asksSqlServerInsideTls() throws Exception {
        // TDS 8.0: TLS comes first.
        assertThat(tls(1433, TdsServer.requiringEncryption()).services()).containsExactlyInAnyOrder("tls", "tls/mssql");
    }

    @SideBySide
    @Test
    void pingsAListenerOfOracle() throws Exception {
        for (int port : List.of(1521, UNUSUAL)) {
            LabLook refused = clear(port, OracleListener.pinged(318_767_104));
            LabLook redirected = clear(port, OracleListener.redirecting());
            LabLook accepted = clear(port, OracleListener.accepting());

            assertThat(refused.services()).containsExactly("oracle-tns");
            assertThat(refused.facts(OracleTnsFacts.SERVICE))
                    .containsExactly(OracleTnsFacts.SERVICE.partial("refused", null));
            assertThat(refused.facts(CommonFacts.SOFTWARE))
                    .anyMatch(fact ->
                            fact.text("version").filter("19.0.0"::equals).isPresent());
            assertThat(redirected.facts(OracleTnsFacts.SERVICE))
                    .containsExactly(OracleTnsFacts.SERVICE.partial("redirected", null));
            assertThat(accepted.facts(OracleTnsFacts.SERVICE))
                    .containsExactly(OracleTnsFacts.SERVICE.partial("accepted", 314));
        }
    }

    @SideBySide
    @Test
    void takesNoReleaseFromAListenerThatHidesIt() throws Exception {
        LabLook look = clear(1521, OracleListener.pinged(0));

        assertThat(look.facts(OracleTnsFacts.SERVICE)).containsExactly(OracleTnsFacts.SERVICE.partial("refused", null));
        assertThat(look.facts(CommonFacts.SOFTWARE))
                .noneMatch(fact -> fact.text("version").isPresent());
    }

    @SideBySide
    @Test
    void saysItOnceMoreToAListenerThatWantsIt() throws Exception {
        assertThat(clear(1521, OracleListener.resending()).facts(OracleTnsFacts.SERVICE))
                .contains(OracleTnsFacts.SERVICE.partial("refused", null));
        assertThat(tls(2484, OracleListener.pinged(0)).services()).containsExactlyInAnyOrder("tls", "tls/oracle-tns");
    }

    @SideBySide
    @Test
    void seesWhetherAnAjpConnectorWantsItsSecret() throws Exception {
        for (int port : List.of(8009, UNUSUAL)) {
            try (TomcatServer open = TomcatServer.ajpWithoutSecret(port);
                    TomcatServer strict = TomcatServer.ajpWithSecret(port)) {
                LabLook weak = ajp(open);
                LabLook strong = ajp(strict);

                assertThat(weak.services()).containsExactly("ajp");
                assertThat(weak.facts(AjpFacts.SERVICE)).contains(AjpFacts.SERVICE.partial("ping"));
                assertThat(weak.facts(AjpFacts.REQUEST)).containsExactly(AjpFacts.REQUEST.partial(200, false));
                assertThat(strong.services()).containsExactly("ajp");
                assertThat(strong.facts(AjpFacts.REQUEST)).containsExactly(AjpFacts.REQUEST.partial(403, false));
            }
        }
    }

    /** Too unlikely on an unusual port to be asked there among all. */
    private static LabLook ajp(TomcatServer server) throws Exception {
        boolean usual = server.port() == 8009;
        return LabLook.at(
                server.address(),
                PortSet.of(server.port()),
                ProtocolCatalog.asked().stream()
                        .filter(protocol ->
                                usual || List.of("ajp", "http", "tls").contains(protocol.id()))
                        .toList());
    }

    private static LabLook clear(int port, StreamStandIn.Service service) throws Exception {
        try (StreamStandIn server = StreamStandIn.inClear(port, service)) {
            return all(server.address(), server.port());
        }
    }

    private static LabLook tls(int port, StreamStandIn.Service service) throws Exception {
        try (StreamStandIn server = StreamStandIn.insideTls(port, service)) {
            return all(server.address(), server.port());
        }
    }

    private static LabLook all(String address, int port) throws Exception {
        return LabLook.at(address, PortSet.of(port), ProtocolCatalog.asked());
    }
}
