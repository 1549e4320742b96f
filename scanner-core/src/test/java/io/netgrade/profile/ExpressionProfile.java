// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A user's profile that extends a shipped one by a control with an expression. */
final class ExpressionProfile {
    static final String EXPRESSION = "facts['ssh.host-key'].all(k, k.type != 'ssh-rsa' || k.bits >= 3072)";

    private static final String HEAD = """
            schema: netgrade.profile/1
            id: own-with-expression
            version: "1"
            title: {en: Own, zh: 自有}
            source: none
            extends: gm-crypto
            """;
    static final String CONTROLS = """
            schema: netgrade.controls/1
            chapter: own
            controls:
              - id: OWN-01
                title: {en: RSA keys are long, zh: RSA 密钥足够长}
                clauses: [none]
                automation: full
                applies: {protocols: [ssh]}
                asks:
                  - level: "1"
                    severity: high
                    bar: {expression: "%s"}
                rationale: {en: Why, zh: 因}
                remedy: {en: How, zh: 法}
            """;
    private static final String EXAMPLES = """
            schema: netgrade.examples/1
            control: OWN-01
            examples:
              - {result: pass, given: [{ssh.host-key: {type: ssh-rsa, bits: 3072}}, {ssh.host-key: {type: ssh-ed25519, bits: 256}}]}
              - {result: fail, given: [{ssh.host-key: {type: ssh-rsa, bits: 2048}}]}
              - {result: fail, given: [{ssh.host-key: {type: ssh-rsa, bits: 2048}, complete: false}]}
              - {result: unknown, given: [{ssh.host-key: {type: ssh-rsa, bits: 4096}, complete: false}]}
              - {result: unknown, given: [{service.recognised: {role: server}, protocol: ssh}]}
            """;

    private ExpressionProfile() {}

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("controls"));
        Files.createDirectories(folder.resolve("examples"));
        Files.writeString(folder.resolve("profile.yml"), HEAD);
        expression(folder, EXPRESSION);
        Files.writeString(folder.resolve("examples/OWN-01.yml"), EXAMPLES);
    }

    static void expression(Path folder, String expression) throws IOException {
        Files.writeString(folder.resolve("controls/own.yml"), CONTROLS.formatted(expression));
    }
}
