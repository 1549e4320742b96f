// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import io.netgrade.fact.FieldKind;
import io.netgrade.protocol.CommonChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The facts and checks that the profiles speak of, by their ids alone: judging is tested without any protocol. */
public final class TestVocabulary {
    private static final String FACTS = """
            ssh.identification protocol-version:text software:text comments:text
            ssh.key-exchanges-offered algorithms:names
            ssh.host-key-algorithms-offered algorithms:names
            ssh.ciphers-offered algorithms:names client-to-server:names server-to-client:names
            ssh.macs-offered algorithms:names client-to-server:names server-to-client:names
            ssh.compressions-offered algorithms:names
            ssh.host-key type:text bits:number fingerprint:text
            ssh.authentication-methods methods:names none-accepted:flag
            tls.versions-accepted versions:names
            tls.suites-accepted version:text suites:names key-exchanges:names authentications:names encryptions:names modes:names bits:number server-order:flag
            tls.groups-accepted groups:names
            tls.dh-group bits:number
            tls.certificate position:number subject:text issuer:text serial:text not-before:instant not-after:instant validity-days:number key-algorithm:text key-bits:number curve:text signature-algorithm:text signature-hash:text names:names self-signed:flag ca:flag sha256:text
            tls.chain length:number in-order:flag self-signed:flag complete:flag
            tls.name-match name:text matches:flag
            tls.client-certificate requested:flag
            tls.compression-accepted methods:names
            tls.session secure-renegotiation:flag extended-master-secret:flag encrypt-then-mac:flag fallback-scsv:flag
            tls.client-hello sni:text alpn:names versions:names ja3:text ja4:text
            tls.server-hello version:text suite:text group:text alpn:text ja3s:text
            http.response status:number server:text powered-by:text location:text
            http.login kinds:names
            http.redirect to-https:flag location:text
            http.strict-transport-security present:flag max-age:number include-subdomains:flag
            http.methods-allowed methods:names
            http.cookie name:text secure:flag http-only:flag same-site:text
            http.directory-listing present:flag
            http.credentials-in-clear class:text
            telnet.service options:names login-prompt:flag
            telnet.login-in-clear class:text
            ftp.service features:names auth-tls:flag
            ftp.login-protection protection:names
            snmp.versions-answered versions:names
            snmp.community class:text length:number
            snmp.user-security level:text authentication:text privacy:text
            snmp.engine engine-id:text enterprise:number boots:number time:number
            dns.recursion available:flag
            dns.version-bind answered:flag text:text
            dns.edns supported:flag udp-size:number dnssec-ok:flag
            dns.transfer allowed:flag
            redis.authentication required:flag
            redis.service mode:text role:text
            """;
    private static final String CHECKS = """
            ssh.protocol-version ssh.identification protocol-version
            ssh.key-exchange ssh.key-exchanges-offered algorithms
            ssh.host-key-algorithm ssh.host-key-algorithms-offered algorithms
            ssh.cipher ssh.ciphers-offered algorithms
            ssh.mac ssh.macs-offered algorithms
            ssh.compression ssh.compressions-offered algorithms
            ssh.host-key-size ssh.host-key bits
            ssh.authentication ssh.authentication-methods methods
            ssh.none-authentication ssh.authentication-methods none-accepted
            tls.version tls.versions-accepted versions
            tls.cipher-suite tls.suites-accepted suites
            tls.key-exchange tls.suites-accepted key-exchanges
            tls.authentication tls.suites-accepted authentications
            tls.encryption tls.suites-accepted encryptions
            tls.mode tls.suites-accepted modes
            tls.encryption-bits tls.suites-accepted bits
            tls.group tls.groups-accepted groups
            tls.dh-size tls.dh-group bits
            tls.certificate-key-size tls.certificate key-bits
            tls.certificate-signature-hash tls.certificate signature-hash
            tls.certificate-not-before tls.certificate not-before
            tls.certificate-not-after tls.certificate not-after
            tls.certificate-validity tls.certificate validity-days
            tls.chain tls.chain complete
            tls.self-signed tls.chain self-signed
            tls.name-match tls.name-match matches
            tls.client-certificate tls.client-certificate requested
            tls.compression tls.compression-accepted methods
            tls.secure-renegotiation tls.session secure-renegotiation
            http.login http.login kinds
            http.login-in-clear http.login kinds
            http.redirect-to-https http.redirect to-https
            http.strict-transport-security http.strict-transport-security max-age
            http.method http.methods-allowed methods
            http.cookie-secure http.cookie secure
            http.cookie-http-only http.cookie http-only
            http.directory-listing http.directory-listing present
            http.credentials-in-clear http.credentials-in-clear class
            telnet.service telnet.service login-prompt
            telnet.login-in-clear telnet.login-in-clear class
            ftp.auth-tls ftp.service auth-tls
            ftp.login-protection ftp.login-protection protection
            snmp.version snmp.versions-answered versions
            snmp.community snmp.community class
            snmp.security-level snmp.user-security level
            dns.recursion dns.recursion available
            dns.version-bind dns.version-bind answered
            dns.transfer dns.transfer allowed
            redis.authentication redis.authentication required
            """;

    private static final Set<String> PROTOCOLS = Set.of("ssh", "tls", "telnet", "http", "snmp", "ftp", "dns", "redis");

    private TestVocabulary() {}

    public static Vocabulary vocabulary() {
        List<FactType> facts = FACTS.lines().map(TestVocabulary::fact).toList();
        List<Check> checks = new ArrayList<>(CommonChecks.all());
        CHECKS.lines().forEach(line -> checks.add(check(line.split(" "), facts)));
        return Vocabulary.of(checks, facts, PROTOCOLS);
    }

    private static FactType fact(String line) {
        String[] words = line.split(" ");
        FactType type = FactType.of(words[0], "A fact of the tests.");
        for (int i = 1; i < words.length; i++) {
            String[] field = words[i].split(":");
            type = type.with(field[0], FieldKind.valueOf(field[1].toUpperCase(Locale.ROOT)), "A field of the tests.");
        }
        return type;
    }

    private static FieldCheck check(String[] words, List<FactType> facts) {
        FactType fact = facts.stream()
                .filter(type -> type.id().equals(words[1]))
                .findFirst()
                .orElseThrow();
        FieldCheck check = FieldCheck.of(words[0], "A check of the tests.", fact, words[2]);
        if (words[0].endsWith("-in-clear") || words[0].equals("http.redirect-to-https")) {
            return check.inClear();
        }
        return words[0].startsWith("ssh.") && words[0].contains("authentication") ? check.encryptedInCaptures() : check;
    }
}
