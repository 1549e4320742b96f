// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.lab.ApacheServer;
import io.netgrade.lab.EtcdServer;
import io.netgrade.lab.LabServer;
import io.netgrade.lab.NatsMonitor;
import io.netgrade.lab.NghttpdServer;
import io.netgrade.lab.NginxServer;
import io.netgrade.lab.SquidServer;
import io.netgrade.protocol.http.HttpFacts;
import io.netgrade.protocol.http.carried.CarriedFacts;
import io.netgrade.testing.SideBySide;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The web servers of the lab, strong and weak, as the prober sees them. */
class WebLabTest {

    @SideBySide
    @Test
    void tellsAnApacheThatSaysAllInClear() throws Exception {
        LabLook look = look(ApacheServer.weak());

        assertThat(look.facts(HttpFacts.METHODS).get(0).names("methods")).contains("TRACE");
        assertThat(look.facts(HttpFacts.DIRECTORY_LISTING)).containsExactly(HttpFacts.DIRECTORY_LISTING.complete(true));
        assertThat(look.facts(HttpFacts.HTTP_2)).containsExactly(HttpFacts.HTTP_2.partial("prior-knowledge"));
        assertThat(look.facts(HttpFacts.PROTECTIVE_FIELDS))
                .containsExactly(HttpFacts.PROTECTIVE_FIELDS.complete(List.of()));
        assertThat(look.facts(CommonFacts.SOFTWARE))
                .anyMatch(fact -> fact.text("version").isPresent());
    }

    @SideBySide
    @Test
    void tellsACarefulApache() throws Exception {
        LabLook look = look(ApacheServer.strong());

        assertThat(look.services()).contains("tls/http");
        assertThat(look.facts(HttpFacts.METHODS).get(0).names("methods")).doesNotContain("TRACE");
        assertThat(look.facts(HttpFacts.STRICT_TRANSPORT_SECURITY))
                .containsExactly(HttpFacts.STRICT_TRANSPORT_SECURITY.complete(true, 63_072_000L, false));
        assertThat(look.facts(HttpFacts.PROTECTIVE_FIELDS))
                .containsExactly(
                        HttpFacts.PROTECTIVE_FIELDS.complete(List.of("x-content-type-options", "x-frame-options")));
        assertThat(look.facts(HttpFacts.ALTERNATIVE_SERVICES))
                .containsExactly(HttpFacts.ALTERNATIVE_SERVICES.complete(List.of("h3=:443")));
        assertThat(look.facts(HttpFacts.HTTP_2)).isEmpty();
        assertThat(look.facts(HttpFacts.CONSOLE)).isEmpty();
    }

    @SideBySide
    @Test
    void tellsThatNginxSpeaksNoHttp2InClear() throws Exception {
        assertThat(look(NginxServer.plain()).facts(HttpFacts.HTTP_2)).containsExactly(HttpFacts.HTTP_2.none());
    }

    @SideBySide
    @Test
    void asksAServerThatSpeaksHttp2Alone() throws Exception {
        LabLook look = look(new NghttpdServer());

        assertThat(look.services()).contains("http").doesNotContain("http/sbi", "http/grpc");
        assertThat(look.facts(HttpFacts.HTTP_2)).containsExactly(HttpFacts.HTTP_2.partial("prior-knowledge"));
        assertThat(look.facts(HttpFacts.RESPONSE))
                .anyMatch(fact ->
                        fact.number("status").filter(status -> status == 200).isPresent());
    }

    @SideBySide
    @Test
    void tellsAProxyByItsErrorPage() throws Exception {
        assertThat(look(SquidServer.weak()).facts(CommonFacts.SOFTWARE))
                .anyMatch(fact -> fact.text("product").filter("Squid"::equals).isPresent()
                        && fact.text("version").isPresent());
        assertThat(look(SquidServer.strong()).facts(CommonFacts.SOFTWARE))
                .noneMatch(fact -> fact.text("version").isPresent());
    }

    @SideBySide
    @Test
    void asksEtcdForItsVersionInClearAndInsideTls() throws Exception {
        LabLook weak = look(EtcdServer.weak());
        LabLook strong = look(EtcdServer.strong());

        assertThat(weak.services()).contains("http/etcd");
        assertThat(strong.services()).contains("tls/http/etcd");
        assertThat(access(weak)).contains("version", "health");
        assertThat(weak.facts(CommonFacts.SOFTWARE))
                .anyMatch(fact -> fact.text("product").filter("etcd"::equals).isPresent());
    }

    @SideBySide
    @Test
    void seesThatTheMonitorOfNatsTellsEverybody() throws Exception {
        assertThat(look(new NatsMonitor()).facts(CarriedFacts.EXPOSED))
                .containsExactly(CarriedFacts.EXPOSED.partial("nats-monitoring", "none"));
        assertThat(look(NginxServer.plain()).facts(CarriedFacts.EXPOSED)).isEmpty();
    }

    private static List<String> access(LabLook look) {
        return look.collected().observations().stream()
                .map(seen -> seen.fact())
                .filter(fact -> fact.type().equals("etcd.access"))
                .map((Fact fact) -> fact.text("resource").orElseThrow())
                .toList();
    }

    private static LabLook look(LabServer server) throws Exception {
        return LabLook.at(server);
    }
}
