// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import static io.netgrade.testing.Questions.hex;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.dns.MdnsProtocol;
import io.netgrade.protocol.netconf.NetconfProtocol;
import io.netgrade.protocol.slp.SlpProtocol;
import io.netgrade.protocol.socks.SocksProtocol;
import io.netgrade.protocol.ssdp.SsdpFacts;
import io.netgrade.protocol.ssdp.SsdpProtocol;
import io.netgrade.protocol.whois.WhoisProtocol;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questions;
import org.junit.jupiter.api.Test;

/** The one question each of proxies, directories and announcers, and what is no answer to it. */
class InfrastructureQuestionsTest {

    @Test
    void socksIsOfferedNoLogInAndThenNothingElse() {
        Interview open = Questions.overTcp(SocksProtocol.protocol(), "socks.without-log-in");
        assertThat(hex(open.lastSent())).isEqualTo("050100");
        assertThat(open.hear(hex("0500"))).isEqualTo(Progress.DONE);
        assertThat(open.facts())
                .singleElement()
                .matches(fact -> fact.text("method").orElseThrow().equals("none"));
        assertThat(open.sent()).hasSize(1);

        Interview closed = Questions.overTcp(SocksProtocol.protocol(), "socks.without-log-in");
        assertThat(closed.hear(hex("05"))).isEqualTo(Progress.CONTINUE);
        assertThat(closed.hear(hex("ff"))).isEqualTo(Progress.DONE);
        assertThat(closed.facts())
                .singleElement()
                .matches(fact -> fact.text("method").orElseThrow().equals("refused"));

        Interview names = Questions.overTcp(SocksProtocol.protocol(), "socks.log-ins");
        assertThat(hex(names.lastSent())).isEqualTo("05020102");
        assertThat(names.hear(hex("0502"))).isEqualTo(Progress.DONE);
    }

    @Test
    void aMethodThatWasNotOfferedIsNoSocks() {
        assertThat(Questions.overTcp(SocksProtocol.protocol(), "socks.without-log-in")
                        .hear(hex("0502")))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overTcp(SocksProtocol.protocol(), "socks.without-log-in")
                        .hear("HTTP/1.1 400\r\n"))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void whoisIsAskedForANameThatCannotExist() {
        Interview talk = Questions.overTcp(WhoisProtocol.protocol(), "whois.answer");
        assertThat(new String(talk.lastSent(), US_ASCII)).isEqualTo("netgrade.invalid\r\n");
        assertThat(talk.hear("No mat")).isEqualTo(Progress.CONTINUE);
        assertThat(talk.hear("ch for \"NETGRADE.INVALID\".\r\n")).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).hasSize(1);
        assertThat(Questions.overTcp(WhoisProtocol.protocol(), "whois.answer").hear("500 unrecognized\r\n"))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void ssdpIsSearchedAtItsOwnAddress() {
        Interview talk = Questions.overUdp(SsdpProtocol.protocol(), "ssdp.search");
        assertThat(new String(talk.lastSent(), US_ASCII))
                .startsWith("M-SEARCH * HTTP/1.1\r\nHOST: 127.0.0.1:1900\r\n")
                .endsWith("ST: upnp:rootdevice\r\n\r\n");
        assertThat(talk.hear(
                        "HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\nSERVER: Linux/3.10 UPnP/1.1 MiniUPnPd/1.9\r\n\r\n"))
                .isEqualTo(Progress.CONTINUE);
        assertThat(talk.facts()).extracting(fact -> fact.type()).contains("ssdp.message", "service.software");
        assertThat(Questions.overUdp(SsdpProtocol.protocol(), "ssdp.search").hear("HTTP/1.1 200 OK\r\n\r\n"))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void ssdpIsSearchedForAGatewayOnceARootDeviceHasAnswered() {
        String gateway = "urn:schemas-upnp-org:device:InternetGatewayDevice:1";
        Interview talk = Questions.overUdp(SsdpProtocol.protocol(), "ssdp.search");
        talk.hear("HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\n\r\n");
        assertThat(new String(talk.lastSent(), US_ASCII)).endsWith("ST: " + gateway + "\r\n\r\n");
        assertThat(talk.facts()).contains(SsdpFacts.OFFER.partial("upnp:rootdevice", false));

        assertThat(talk.hear("HTTP/1.1 200 OK\r\nST: " + gateway + "\r\n\r\n")).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).contains(SsdpFacts.OFFER.partial(gateway, true));
    }

    @Test
    void slpIsAskedForItsTypesOfService() {
        Interview talk = Questions.overTcp(SlpProtocol.protocol(), "slp.service-types");
        assertThat(talk.lastSent()).hasSize(29);
        assertThat(talk.hear(hex("020a 000014 0000 000000 0001 0002 656e 0000 0000")))
                .isEqualTo(Progress.DONE);
        assertThat(talk.facts())
                .singleElement()
                .matches(fact -> fact.text("function").orElseThrow().equals("service-type-reply"));
        assertThat(Questions.overTcp(SlpProtocol.protocol(), "slp.service-types")
                        .hear("220 hello\r\n"))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overTcp(SlpProtocol.protocol(), "slp.service-types")
                        .hear(talk.lastSent()))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void mdnsIsAskedForTheTypesOfService() {
        Interview talk = Questions.overUdp(MdnsProtocol.protocol(), "mdns.services");
        byte[] query = talk.lastSent();
        String question = hex(query).substring(24);
        assertThat(talk.hear(hex("6e678400000100010000" + "0000" + question + "c00c000c00010000000a000c"
                        + "045f697070045f746370c023")))
                .isEqualTo(Progress.DONE);
        assertThat(talk.facts())
                .singleElement()
                .matches(fact -> fact.names("services").contains("_ipp._tcp"));
        assertThat(Questions.overUdp(MdnsProtocol.protocol(), "mdns.services").hear(query))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overUdp(MdnsProtocol.protocol(), "mdns.services").hear(hex("6e67")))
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void netconfIsHeardAndTold() {
        Interview talk = Questions.overTcp(NetconfProtocol.protocol(), "netconf.hello");
        String hello = "<?xml version=\"1.0\"?><hello xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"><capabilities>"
                + "<capability>urn:ietf:params:netconf:base:1.1</capability></capabilities>"
                + "<session-id>4</session-id></hello>";
        assertThat(talk.hear(hello)).isEqualTo(Progress.CONTINUE);
        assertThat(talk.hear("]]>]]>")).isEqualTo(Progress.DONE);
        assertThat(talk.sent()).isEmpty();
        assertThat(talk.facts())
                .singleElement()
                .matches(fact -> fact.complete() && fact.names("versions").contains("1.1"));
        assertThat(Questions.overTcp(NetconfProtocol.protocol(), "netconf.hello")
                        .hear("SSH-2.0-x\r\n"))
                .isEqualTo(Progress.MALFORMED);
    }
}
