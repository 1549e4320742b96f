// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.json.JsonObject;
import io.netgrade.yaml.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileReportTest {
    @Test
    void jsonHoldsTheContractsMembers() throws Exception {
        StringWriter text = new StringWriter();
        ProfileReport.json(Sample.profile(), new PrintWriter(text));

        JsonObject json = JsonObject.read(text.toString());
        assertThat(json.text("id")).isEqualTo("tests");
        assertThat(json.text("version")).isEqualTo("1");
        assertThat(json.has("levels")).isTrue();
        String flat = text.toString().replaceAll("\\s+", " ");
        assertThat(flat)
                .contains(
                        "\"levels\" : [ { \"id\" : \"1\", \"meaning\" : { \"en\" : \"Level 1\", \"zh\" : \"1 \\u7EA7\" } }")
                .contains("\"id\" : \"SSH-01\", \"chapter\" : \"tests\", \"level\" : \"1\","
                        + " \"clauses\" : [ \"Clause 1\" ], \"automation\" : \"full\", \"checks\" : [ \"ssh.cipher\" ],"
                        + " \"title\" : { \"en\" : \"Ciphers are sound\", \"zh\" : \"\\u52A0\\u5BC6")
                .contains("\"remedy\" : { \"en\" : \"Remove them.\", \"zh\" :")
                .contains("\"level\" : \"2\", \"severity\" : \"medium\", \"advisory\" : true,"
                        + " \"demands\" : [ { \"check\" : \"ssh.cipher\", \"bar\" : \"any-of aes\" } ]")
                .contains("\"id\" : \"MAN-01\"", "\"automation\" : \"none\", \"checks\" : [ ]");
    }

    @Test
    void listSaysHowMany() {
        StringWriter text = new StringWriter();
        ProfileReport.list(List.of(Sample.profile()), Language.ZH, new PrintWriter(text));

        assertThat(text.toString()).isEqualTo("""
                tests 1  测试
                  3 controls, levels 1, 2, sha256 %s
                """.formatted("ab".repeat(32)));
    }

    @Test
    void textShowsEachControlWithItsClauses() {
        StringWriter text = new StringWriter();
        ProfileReport.text(Sample.profile(), Language.EN, new PrintWriter(text));

        assertThat(text.toString())
                .contains(
                        "SSH-01  Ciphers are sound\n  from 1  critical  ssh.cipher\n  from 2  medium advice  ssh.cipher\n  Clause 1\n")
                .contains("MAN-01  Logs are kept\n  from 1  for a person to attest\n");
    }
}
