// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.recog;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text in which a service discloses what it is, as an observation holds it.
 *
 * @param matches what Recog calls texts of that kind, by any of its names
 */
record DisclosedText(List<String> matches, String text) {
    private static final int LONGEST = 512;

    /** Protocols whose own text is the evidence for the software that they disclose. */
    private static final Map<String, List<String>> BY_PROTOCOL = Map.ofEntries(
            Map.entry("dns", List.of("dns.versionbind")),
            Map.entry("ftp", List.of("ftp.banner")),
            Map.entry("imap", List.of("imap4.banner", "imap.banner")),
            Map.entry("ldap", List.of("ldap.search_result")),
            Map.entry("mysql", List.of("mysql.banners", "mysql.banner")),
            Map.entry("nntp", List.of("nntp.banner")),
            Map.entry("pop3", List.of("pop3.banner", "pop.banner")),
            Map.entry("rtsp", List.of("rtsp_header.server")),
            Map.entry("sip", List.of("sip_header.server", "sip_header.user_agent")),
            Map.entry("smtp", List.of("smtp.banner")),
            Map.entry("snmp", List.of("snmp.sys_description")),
            Map.entry("telnet", List.of("telnet_banners", "telnet.banner")));

    /** Protocols of text whose replies begin with a code, which is not among what Recog reads. */
    private static final Map<String, List<String>> BEFORE =
            Map.of("imap", List.of("* ", "OK "), "pop3", List.of("+OK "), "nntp", List.of("200 ", "201 "));

    static Optional<DisclosedText> in(Observation seen) {
        Fact fact = seen.fact();
        return switch (fact.type()) {
            case "ssh.identification" ->
                of(
                        List.of("ssh.banner"),
                        (fact.text("software").orElse("") + " "
                                        + fact.text("comments").orElse(""))
                                .strip());
            case "http.response" ->
                of(List.of("http_header.server"), fact.text("server").orElse(""));
            case "http.title" -> of(List.of("html_title"), fact.text("title").orElse(""));
            default -> ofProtocol(seen);
        };
    }

    private static Optional<DisclosedText> ofProtocol(Observation seen) {
        String protocol = seen.service().protocol();
        List<String> matches = BY_PROTOCOL.getOrDefault(protocol, List.of());
        if (seen.fact().is(CommonFacts.GREETING)) {
            return of(matches, seen.fact().text("text").orElse(""));
        }
        return seen.fact().is(CommonFacts.SOFTWARE)
                ? of(matches, bare(seen.evidence().excerpt(), BEFORE.getOrDefault(protocol, List.of())))
                : Optional.empty();
    }

    private static String bare(String text, List<String> before) {
        String rest = text;
        for (String code : before) {
            rest = rest.startsWith(code) ? rest.substring(code.length()) : rest;
        }
        return rest.strip();
    }

    private static Optional<DisclosedText> of(List<String> matches, String text) {
        return matches.isEmpty() || text.isEmpty()
                ? Optional.empty()
                : Optional.of(new DisclosedText(matches, text.substring(0, Math.min(text.length(), LONGEST))));
    }
}
