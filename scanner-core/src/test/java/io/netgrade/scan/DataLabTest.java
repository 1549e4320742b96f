// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.lab.Lab;
import io.netgrade.lab.LabServer;
import io.netgrade.lab.MariadbServer;
import io.netgrade.lab.MemcachedServer;
import io.netgrade.lab.MosquittoServer;
import io.netgrade.lab.NatsServer;
import io.netgrade.lab.PostgresqlServer;
import io.netgrade.lab.RabbitmqServer;
import io.netgrade.lab.RsyncServer;
import io.netgrade.lab.XvfbServer;
import io.netgrade.lab.ZabbixAgentServer;
import io.netgrade.lab.ZookeeperServer;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.amqp.AmqpFacts;
import io.netgrade.protocol.mqtt.MqttFacts;
import io.netgrade.protocol.mysql.MysqlFacts;
import io.netgrade.protocol.nats.NatsFacts;
import io.netgrade.protocol.postgresql.PostgresqlFacts;
import io.netgrade.protocol.rsync.RsyncFacts;
import io.netgrade.protocol.x11.X11Facts;
import io.netgrade.protocol.zabbix.ZabbixProtocol;
import io.netgrade.protocol.zookeeper.ZookeeperFacts;
import io.netgrade.testing.SideBySide;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The prober against databases, brokers and servers of files, open and strict. */
class DataLabTest {
    private static final Consent ANONYMOUS = new Consent(List.of(), false, true);

    @BeforeAll
    static void needsTheLab() {
        Lab.tree();
    }

    @SideBySide
    @Test
    void readsTheGreetingOfMariadb() throws Exception {
        LabLook open = look(MariadbServer.withoutTls(), "mysql", "tls");
        LabLook withTls = look(MariadbServer.withTls(), "mysql", "tls");

        assertThat(open.services()).containsExactly("mysql");
        assertThat(open.facts(MysqlFacts.SERVICE))
                .containsExactly(MysqlFacts.SERVICE.complete(false, "mysql_native_password"));
        assertThat(open.facts(CommonFacts.SOFTWARE))
                .anySatisfy(fact -> assertThat(fact.text("product")).contains("MariaDB"));
        assertThat(withTls.services()).containsExactlyInAnyOrder("mysql", "mysql/tls");
        // A server turns away who has connected so often and not logged in (max_connect_errors).
        assertThat(withTls.collected().attempts()).hasSizeLessThan(100);
        assertThat(withTls.facts(MysqlFacts.SERVICE))
                .containsExactly(MysqlFacts.SERVICE.complete(true, "mysql_native_password"));
    }

    @SideBySide
    @Test
    void seesThatPostgresqlLetsEverybodyIn() throws Exception {
        LabLook look = look(PostgresqlServer.open(), "postgresql", "tls");

        assertThat(look.services()).containsExactly("postgresql");
        assertThat(look.facts(PostgresqlFacts.SERVICE)).containsExactly(PostgresqlFacts.SERVICE.complete(false));
        assertThat(look.facts(PostgresqlFacts.AUTHENTICATION))
                .containsExactly(PostgresqlFacts.AUTHENTICATION.partial("trust"));
        assertThat(look.facts(PostgresqlFacts.LOGIN_IN_CLEAR)).isEmpty();
    }

    @SideBySide
    @Test
    void asksPostgresqlAgainInsideTls() throws Exception {
        LabLook look = look(PostgresqlServer.withTls(), "postgresql", "tls");

        assertThat(look.services())
                .containsExactlyInAnyOrder("postgresql", "postgresql/tls", "postgresql/tls/postgresql");
        assertThat(look.facts(PostgresqlFacts.SERVICE)).containsExactly(PostgresqlFacts.SERVICE.complete(true));
        assertThat(look.facts(PostgresqlFacts.AUTHENTICATION))
                .containsExactly(PostgresqlFacts.AUTHENTICATION.partial("scram-sha-256-plus"));
    }

    @SideBySide
    @Test
    void seesWhichWordsZookeeperAnswers() throws Exception {
        LabLook open = look(ZookeeperServer.open(), "zookeeper");
        LabLook strict = look(ZookeeperServer.strict(), "zookeeper");

        assertThat(open.services()).containsExactly("zookeeper");
        assertThat(open.facts(ZookeeperFacts.FOUR_LETTER_WORDS))
                .containsExactly(
                        ZookeeperFacts.FOUR_LETTER_WORDS.partial(List.of("srvr"), List.of()),
                        ZookeeperFacts.FOUR_LETTER_WORDS.partial(List.of("ruok"), List.of()));
        assertThat(open.facts(CommonFacts.SOFTWARE)).isNotEmpty();
        assertThat(strict.facts(ZookeeperFacts.FOUR_LETTER_WORDS))
                .containsExactly(
                        // Which it answers whatever the list is.
                        ZookeeperFacts.FOUR_LETTER_WORDS.partial(List.of("srvr"), List.of()),
                        ZookeeperFacts.FOUR_LETTER_WORDS.partial(List.of(), List.of("ruok")));
    }

    @SideBySide
    @Test
    void seesTheMechanismsOfRabbitmqInBothVersions() throws Exception {
        LabLook look = look(RabbitmqServer.clear(), "amqp", "tls");

        assertThat(look.services()).containsExactly("amqp");
        List<Fact> mechanisms = look.facts(AmqpFacts.MECHANISMS);
        assertThat(mechanisms).hasSize(2);
        assertThat(mechanisms.get(0).names("mechanisms")).containsExactlyInAnyOrder("PLAIN", "AMQPLAIN");
        assertThat(mechanisms.get(0).complete()).isTrue();
        assertThat(mechanisms.get(1).text("version")).contains("1.0");
        assertThat(mechanisms.get(1).names("mechanisms")).contains("PLAIN");
    }

    @SideBySide
    @Test
    void seesRabbitmqInsideTls() throws Exception {
        LabLook look = look(RabbitmqServer.insideTls(), "amqp", "tls");

        assertThat(look.services()).containsExactlyInAnyOrder("tls", "tls/amqp");
        assertThat(look.facts(AmqpFacts.MECHANISMS)).contains(AmqpFacts.MECHANISMS.complete(List.of("PLAIN"), "0-9"));
    }

    @SideBySide
    @Test
    void readsWhatNatsSays() throws Exception {
        LabLook open = look(NatsServer.open(), "nats", "tls");
        LabLook strict = look(NatsServer.strict(), "nats", "tls");

        assertThat(open.services()).containsExactly("nats");
        assertThat(open.facts(NatsFacts.SERVER)).containsExactly(NatsFacts.SERVER.complete(false, false, false));
        assertThat(strict.services()).containsExactlyInAnyOrder("nats", "nats/tls");
        assertThat(strict.facts(NatsFacts.SERVER)).containsExactly(NatsFacts.SERVER.complete(true, true, true));
    }

    @SideBySide
    @Test
    void asksMosquittoToLetNobodyInWithoutConsent() throws Exception {
        LabLook look = look(MosquittoServer.open(), "mqtt");

        assertThat(look.services()).containsExactly("mqtt");
        assertThat(look.facts(MqttFacts.ANONYMOUS)).isEmpty();
        assertThat(look.facts(MqttFacts.CONNECTION)).isEmpty();
    }

    @SideBySide
    @Test
    void seesWithConsentWhetherMosquittoLetsAnybodyIn() throws Exception {
        LabLook open = look(ANONYMOUS, MosquittoServer.open(), "mqtt");
        LabLook strict = look(ANONYMOUS, MosquittoServer.strict(), "mqtt");

        assertThat(open.facts(MqttFacts.ANONYMOUS)).containsExactly(MqttFacts.ANONYMOUS.complete(true));
        assertThat(strict.facts(MqttFacts.ANONYMOUS)).containsExactly(MqttFacts.ANONYMOUS.complete(false));
    }

    @SideBySide
    @Test
    void seesTheModulesThatRsyncLists() throws Exception {
        LabLook listing = look(RsyncServer.listing(), "rsync");
        LabLook hiding = look(RsyncServer.hiding(), "rsync");

        assertThat(listing.services()).containsExactly("rsync");
        assertThat(listing.facts(RsyncFacts.MODULES)).containsExactly(RsyncFacts.MODULES.complete(List.of("lab")));
        assertThat(hiding.facts(RsyncFacts.MODULES)).containsExactly(RsyncFacts.MODULES.complete(List.of()));
    }

    @SideBySide
    @Test
    void seesWhetherAZabbixAgentAnswersUs() throws Exception {
        LabLook open = look(ZabbixAgentServer.open(), "zabbix");
        LabLook strict = look(ZabbixAgentServer.strict(), "zabbix");

        assertThat(open.services()).containsExactly("zabbix");
        assertThat(open.facts(ZabbixProtocol.REQUEST))
                .containsExactly(ZabbixProtocol.REQUEST.partial("item-key", true));
        assertThat(strict.services()).isEmpty();
    }

    @SideBySide
    @Test
    void seesAnXServerWithoutOpeningIt() throws Exception {
        LabLook look = look(XvfbServer.open(), "x11");

        assertThat(look.services()).containsExactly("x11");
        assertThat(look.facts(X11Facts.CONNECTION)).isEmpty();
    }

    @SideBySide
    @Test
    void seesWithConsentWhetherAnXServerLetsAnybodyIn() throws Exception {
        LabLook open = look(ANONYMOUS, XvfbServer.open(), "x11");
        LabLook strict = look(ANONYMOUS, XvfbServer.strict(), "x11");

        assertThat(open.facts(X11Facts.CONNECTION))
                .containsExactly(X11Facts.CONNECTION.complete("accepted", "none", true));
        assertThat(strict.facts(X11Facts.CONNECTION))
                .containsExactly(X11Facts.CONNECTION.complete("refused", "none", false));
    }

    @SideBySide
    @Test
    void asksMemcachedOverUdpToo() throws Exception {
        LabLook open = look(MemcachedServer.overUdp(), "memcached");
        LabLook strict = look(MemcachedServer.open(), "memcached");

        assertThat(transports(open)).containsExactlyInAnyOrder(Transport.TCP, Transport.UDP);
        assertThat(transports(strict)).containsExactly(Transport.TCP);
    }

    private static Set<Transport> transports(LabLook look) {
        return look.collected().observations().stream()
                .map(seen -> seen.service().endpoint().transport())
                .collect(Collectors.toSet());
    }

    private static LabLook look(LabServer server, String... ids) throws Exception {
        return look(Consent.NONE, server, ids);
    }

    /** A service that waits for its client is asked in few protocols: on a port that tells nothing, in these alone. */
    private static LabLook look(Consent consent, LabServer server, String... ids) throws Exception {
        return LabLook.at(
                server,
                ProtocolCatalog.asked(consent).stream()
                        .filter(protocol -> List.of(ids).contains(protocol.id()))
                        .toList());
    }
}
