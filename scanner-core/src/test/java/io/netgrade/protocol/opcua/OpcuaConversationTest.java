// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.opcua;

import static io.netgrade.testing.Questions.hex;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questions;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpcuaConversationTest {
    private static final byte[] ACKNOWLEDGE = hex("41434b46 1c000000 00000000 ffff0000 ffff0000 00000000 00000000");
    private static final String POLICY = "http://opcfoundation.org/UA/SecurityPolicy#";

    private final Interview talk = Questions.overTcp(OpcuaProtocol.protocol(), "opcua.endpoints");

    @Test
    void readsTheEndpointsWithoutASession() {
        assertThat(new String(talk.lastSent(), US_ASCII)).startsWith("HELF").endsWith("opc.tcp://127.0.0.1:4840");
        assertThat(talk.hear(ACKNOWLEDGE)).isEqualTo(Progress.CONTINUE);
        assertThat(hex(talk.lastSent())).startsWith("4f504e46").contains("0100be01");
        assertThat(talk.hear(opened(7, 9))).isEqualTo(Progress.CONTINUE);
        assertThat(hex(talk.lastSent()))
                .startsWith("4d534746")
                .contains("0700000009000000")
                .contains("0100ac01");
        assertThat(talk.hear(endpoints(1, "None", 0))).isEqualTo(Progress.DONE);
        assertThat(hex(talk.lastSent()))
                .startsWith("434c4f46")
                .contains("0700000009000000")
                .contains("0100c401");

        assertThat(talk.facts())
                .containsExactly(
                        OpcuaFacts.CHANNEL.partial("None", "None"),
                        OpcuaFacts.ENDPOINT.complete("None", "None", List.of("Anonymous")));
    }

    @Test
    void writesAnAddressOfVersion6AsAUriDoes() throws Exception {
        Endpoint endpoint = new Endpoint(InetAddress.getByName("2001:db8::1"), 4840, Transport.TCP);
        Interview six = Interview.overStream(new OpcuaConversation(endpoint));

        assertThat(new String(six.lastSent(), US_ASCII)).endsWith("opc.tcp://[2001:db8::1]:4840");
    }

    @Test
    void hearsAServerOutThatOpensNoChannelWithoutSecurity() {
        talk.hear(ACKNOWLEDGE);

        assertThat(talk.hear(hex("45525246 10000000 00005580 ffffffff"))).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).isEmpty();
        assertThat(talk.sent()).hasSize(2);
    }

    @Test
    void hearsAnErrorForTheHello() {
        assertThat(talk.hear(hex("45525246 10000000 00007d80 ffffffff"))).isEqualTo(Progress.DONE);
    }

    @Test
    void takesNoTokenFromAChannelThatIsNotThere() {
        talk.hear(ACKNOWLEDGE);
        byte[] cut = java.util.Arrays.copyOf(opened(7, 9), 90);
        ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(4, cut.length);

        assertThat(talk.hear(cut)).isEqualTo(Progress.DONE);
        assertThat(talk.sent()).hasSize(2);
    }

    @Test
    void readsPiecesAndHostileLengthsWithoutAFault() {
        for (byte octet : ACKNOWLEDGE) {
            assertThat(talk.hear(octet)).isEqualTo(Progress.CONTINUE);
        }
        assertThat(talk.hear(hex("4f504e46 ffffff7f"))).isEqualTo(Progress.DONE);
        assertThat(talk.end()).isTrue();
    }

    private static byte[] opened(int channel, int token) {
        ByteBuffer message = begin("OPN").putInt(channel);
        text(message, POLICY + "None");
        message.putInt(-1).putInt(-1).putInt(1).putInt(1);
        answer(message, 449)
                .putInt(0)
                .putInt(channel)
                .putInt(token)
                .putLong(0)
                .putInt(60_000)
                .putInt(-1);
        return end(message);
    }

    private static byte[] endpoints(int mode, String policy, int user) {
        ByteBuffer message = begin("MSG").putInt(7).putInt(9).putInt(2).putInt(2);
        answer(message, 431).putInt(1);
        text(message, "opc.tcp://h");
        text(message, "urn:x");
        text(message, "urn:p");
        message.put((byte) 0)
                .putInt(0)
                .putInt(-1)
                .putInt(-1)
                .putInt(0)
                .putInt(-1)
                .putInt(mode);
        text(message, POLICY + policy);
        message.putInt(1);
        text(message, "t");
        message.putInt(user).putInt(-1).putInt(-1).putInt(-1);
        text(message, "http://x");
        return end(message.put((byte) 0));
    }

    private static ByteBuffer answer(ByteBuffer message, int type) {
        message.put((byte) 1).put((byte) 0).putShort((short) type);
        return message.putLong(0).putInt(1).putInt(0).put((byte) 0).putInt(0).put(new byte[3]);
    }

    private static ByteBuffer begin(String type) {
        return ByteBuffer.allocate(1024)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((type + "F").getBytes(US_ASCII))
                .putInt(0);
    }

    private static void text(ByteBuffer message, String text) {
        message.putInt(text.length()).put(text.getBytes(US_ASCII));
    }

    private static byte[] end(ByteBuffer message) {
        byte[] octets = new byte[message.position()];
        message.putInt(4, octets.length);
        message.flip();
        message.get(octets);
        return octets;
    }
}
