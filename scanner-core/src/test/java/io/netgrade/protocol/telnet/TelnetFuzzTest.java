// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import io.netgrade.testing.Asked;
import io.netgrade.testing.Dialogue;
import io.netgrade.testing.HeldOpening;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any bytes, said by a client up to the first NUL NUL and by a server behind it. */
class TelnetFuzzTest {
    private static final TelnetProtocol PROTOCOL = new TelnetProtocol();

    @FuzzTest
    void takesAnyBytes(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int cut = Math.max(0, text.indexOf("\0\0"));
        String client = text.substring(0, cut);
        String server = text.substring(cut == 0 ? 0 : cut + 2);
        assertThat(PROTOCOL.recognize(HeldOpening.of(client, server))).isNotNull();
        assertThat(PROTOCOL.recognize(HeldOpening.of(server, client).late())).isNotNull();

        Dialogue dialogue = Dialogue.of().client(client).server(server);
        List<Fact> facts = dialogue.read(PROTOCOL).facts().all();
        assertThat(facts).allMatch(fact -> PROTOCOL.facts().stream().anyMatch(fact::is));
        assertThat(dialogue.read(PROTOCOL, 1).facts().all()).hasSizeGreaterThanOrEqualTo(facts.isEmpty() ? 0 : 1);
        asked(server);
    }

    private static void asked(String server) {
        Conversation prompt = new TelnetConversation();
        assertThat(new Asked(prompt).hears(server).ends().sent().length()).isLessThanOrEqualTo(3 * 512);
    }
}
