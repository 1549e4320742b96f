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

/** A few facts and checks with the ids of real ones, so that judging is tested without any protocol. */
public final class TestVocabulary {
    private static final String FACTS = """
            ssh.identification protocol-version:text software:text comments:text
            ssh.key-exchanges-offered algorithms:names
            ssh.host-key-algorithms-offered algorithms:names
            ssh.ciphers-offered algorithms:names client-to-server:names server-to-client:names
            ssh.macs-offered algorithms:names client-to-server:names server-to-client:names
            ssh.host-key type:text bits:number fingerprint:text
            ssh.authentication-methods methods:names none-accepted:flag
            tls.server-hello version:text suite:text group:text alpn:text ja3s:text
            tls.suites-accepted version:text suites:names bits:number
            tls.certificate position:number subject:text not-after:instant key-algorithm:text key-bits:number curve:text
            telnet.service options:names login-prompt:flag
            http.login kinds:names
            snmp.community class:text length:number
            """;
    private static final String CHECKS = """
            ssh.protocol-version ssh.identification protocol-version
            ssh.key-exchange ssh.key-exchanges-offered algorithms
            ssh.host-key-algorithm ssh.host-key-algorithms-offered algorithms
            ssh.cipher ssh.ciphers-offered algorithms
            ssh.mac ssh.macs-offered algorithms
            ssh.host-key-size ssh.host-key bits
            ssh.authentication ssh.authentication-methods methods
            ssh.none-authentication ssh.authentication-methods none-accepted
            tls.cipher-suite tls.suites-accepted suites
            tls.certificate-key-size tls.certificate key-bits
            tls.certificate-not-after tls.certificate not-after
            telnet.service telnet.service login-prompt
            http.login-in-clear http.login kinds
            snmp.community snmp.community class
            """;

    private TestVocabulary() {}

    public static Vocabulary vocabulary() {
        List<FactType> facts = FACTS.lines().map(TestVocabulary::fact).toList();
        List<Check> checks = new ArrayList<>(CommonChecks.all());
        CHECKS.lines().forEach(line -> checks.add(check(line.split(" "), facts)));
        return Vocabulary.of(checks, facts, Set.of("ssh", "tls", "telnet", "http", "snmp"));
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
        if (words[0].endsWith("-in-clear")) {
            return check.inClear();
        }
        return words[0].contains("authentication") ? check.encryptedInCaptures() : check;
    }
}
