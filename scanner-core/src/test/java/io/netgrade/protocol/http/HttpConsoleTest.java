// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.testing.Asked;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConsoleTest {

    @ParameterizedTest
    @CsvSource({
        "BIG-IP&reg;- Redirect, load-balancer, F5",
        "Integrated Lights-Out, server-management, HPE",
        "RouterOS router configuration page, router, MikroTik",
        "HG8245H, cpe, Huawei",
        "天翼网关登录, cpe, China Telecom",
        "ZXA10 C320, olt, ZTE",
        "FreePBX Administration, pbx, Sangoma",
        "Gaia, firewall, Check Point",
    })
    void tellsADeviceByItsTitle(String title, String kind, String vendor) {
        assertThat(told(page(title, ""))).containsExactly(kind + " " + vendor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Welcome to nginx!", "Shop", "About cisco ios phones", "Login", "My ARK", "F5 news", ""})
    void tellsNothingOfAnotherPage(String title) {
        assertThat(told(page(title, ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'WWW-Authenticate: Basic realm=\"level_15_access\"', router Cisco",
        "'WWW-Authenticate: Basic realm=\"level_15_or_view_access\"', router Cisco",
        "'WWW-Authenticate: Basic realm=\"level 15 access\"', router Cisco",
        "'WWW-Authenticate: Basic realm=\"NETGEAR R7000\"', router NETGEAR",
        "'Server: Hikvision-Webs', camera Hikvision",
        "'Location: https://192.0.2.1/dana-na/auth/url_default/welcome.cgi', vpn-gateway Ivanti",
        "'Location: /+CSCOE+/logon.html', vpn-gateway Cisco",
    })
    void tellsADeviceByAField(String field, String device) {
        assertThat(told("HTTP/1.1 401 X\r\nContent-Length: 0\r\n" + field + "\r\n\r\n"))
                .containsExactly(device);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WWW-Authenticate: Basic realm=\"staff\"",
                "Server: nginx",
                "Location: /login?next=/dana-na/",
                "Location: https://dana-na/",
            })
    void tellsNothingByAnotherField(String field) {
        assertThat(told("HTTP/1.1 401 X\r\nContent-Length: 0\r\n" + field + "\r\n\r\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"6.48.6, 6.48.6", "7.11.2, 7.11.2"})
    void tellsTheVersionWhereThePageDoes(String shown, String version) {
        Asked asked = ask(page("", "<h1>RouterOS v" + shown + "</h1>"));

        assertThat(asked.facts().of(CommonFacts.SOFTWARE))
                .containsExactly(CommonFacts.SOFTWARE.complete("RouterOS", version, null));
    }

    private static List<String> told(String answer) {
        return ask(answer).facts().of(HttpFacts.CONSOLE).stream()
                .map(fact -> fact.text("kind").orElseThrow() + " "
                        + fact.text("vendor").orElseThrow())
                .toList();
    }

    private static String page(String title, String body) {
        String html = "<html><head><title>" + title + "</title></head><body>" + body + "</body></html>";
        byte[] octets = html.getBytes(StandardCharsets.UTF_8);
        return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + octets.length + "\r\n\r\n"
                + new String(octets, StandardCharsets.ISO_8859_1);
    }

    private static Asked ask(String answer) {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 8080, Transport.TCP);
        return new Asked(new HttpPageConversation(new HttpRequest("GET", endpoint, false), false)).hears(answer);
    }
}
