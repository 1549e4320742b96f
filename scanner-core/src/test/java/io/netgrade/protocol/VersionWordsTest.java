// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AcmeFTP 7.3.1 ready",
                "Acme/2.0 (build of today)",
                "ESMTP AcmeMail-4.1b",
                "AcmeOS Version 12",
                "acme v3",
                "Acme switch, firmware: 20",
                "(acme:1.0)",
            })
    void versions(String text) {
        assertThat(VersionWords.within(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ready",
                "Authorised use only. You are 192.0.2.17",
                "mail2.4th.example.com ESMTP",
                "login from [192.0.2.1]:21",
                "since 30.11.2026",
                "route 66, rev. by nobody",
                "revised 2026",
                "12 users, 3 of 5",
            })
    void none(String text) {
        assertThat(VersionWords.within(text)).isFalse();
    }
}
