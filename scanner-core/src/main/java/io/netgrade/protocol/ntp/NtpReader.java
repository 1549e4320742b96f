// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ntp;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.SoftwarePatterns;
import io.netgrade.wire.ByteView;

/** States what the server answers, each once. */
final class NtpReader implements MessageGrammar {
    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.read(NtpReader.class, "software.tsv");
    private static final int NTS_AUTHENTICATOR = 0x0404;
    private static final int DATA = 12;
    private static final int LONGEST_TEXT = 480;
    private static final int READ_VARIABLES = 2;

    private final Said said = new Said();

    @Override
    public long length(Direction direction, ByteView unread) {
        return NtpPacket.sound(unread) ? unread.length() : BROKEN;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        said.by(direction, sink);
        switch (NtpPacket.mode(message)) {
            case 3 -> {}
            case NtpPacket.CONTROL -> control(message, sink);
            case NtpPacket.PRIVATE -> privateUse(message);
            default -> time(direction, message);
        }
        return Progress.CONTINUE;
    }

    private void time(Direction direction, ByteView message) {
        int mode = NtpPacket.mode(message);
        if (direction == Direction.FROM_CLIENT && mode >= NtpPacket.SERVER) {
            return;
        }
        int flags = message.u8(0) & 0x3F;
        int stratum = message.u8(1);
        if (said.isNew(flags << 8 | stratum)) {
            said.state(NtpFacts.TIME.partial(mode(mode), NtpPacket.version(message), stratum));
        }
        int code = NtpPacket.code(message);
        int octets = message.length() - code;
        String scheme = scheme(message, code, octets);
        if (said.isNew(1 << 20 | (long) scheme.hashCode() << 32 | octets)) {
            boolean digest = scheme.equals("symmetric-key");
            said.state(NtpFacts.AUTHENTICATION.partial(scheme, digest ? octets - 4 : null));
        }
    }

    private static String scheme(ByteView message, int code, int octets) {
        boolean extended = code > NtpPacket.TIME;
        for (int at = NtpPacket.TIME; at < code; at += message.u16(at + 2)) {
            if (message.u16(at) == NTS_AUTHENTICATOR) {
                return "nts";
            }
        }
        if (octets == 0) {
            return "none";
        }
        if (octets == 4) {
            return "crypto-nak";
        }
        return extended && (message.u8(NtpPacket.TIME) & 0x3F) == 2 ? "autokey" : "symmetric-key";
    }

    private void control(ByteView message, ObservationSink sink) {
        boolean response = (message.u8(1) & 0x80) != 0;
        if (!response) {
            return;
        }
        int operation = message.u8(1) & 0x1F;
        boolean performed = (message.u8(1) & 0x40) == 0;
        if (said.isNew(2 << 20 | operation << 1 | (performed ? 1 : 0))) {
            said.state(NtpFacts.CONTROL.partial(operation(operation), performed));
        }
        int octets = Math.min(message.u16(10), LONGEST_TEXT);
        if (operation == READ_VARIABLES && performed && said.isNew(3 << 20)) {
            String variables = message.ascii(DATA, octets);
            software(variables, sink);
            String system = variable(variables, "system");
            SOFTWARE.find("system=" + system, false).ifPresent(fact -> sink.saw(fact, system));
        }
    }

    /** The variable {@code version="ntpd 4.2.8p15@1.3728-o …"}. */
    private static void software(String variables, ObservationSink sink) {
        String text = variable(variables, "version");
        if (!text.isEmpty()) {
            sink.saw(SOFTWARE.find(text, false).orElseGet(() -> unlisted(text)), text);
        }
    }

    private static Fact unlisted(String text) {
        String[] words = text.split("[ @]", 3);
        return CommonFacts.SOFTWARE.partial(words[0], words.length > 1 ? words[1] : null, null);
    }

    /** What stands in a variable's quotation marks; empty where it is not there whole. */
    private static String variable(String variables, String name) {
        int at = variables.indexOf(name + "=\"");
        int from = at + name.length() + 2;
        int end = at < 0 ? -1 : variables.indexOf('"', from);
        return end < 0 ? "" : variables.substring(from, end);
    }

    private void privateUse(ByteView message) {
        boolean response = (message.u8(0) & 0x80) != 0;
        int request = message.u8(3);
        int error = message.u16(4) >> 12;
        int items = message.u16(4) & 0x0FFF;
        if (response && said.isNew(4 << 20 | request << 4 | error)) {
            boolean list = request == 42 || request == 20;
            String operation = list ? "monlist" : "request-" + request;
            said.state(NtpFacts.PRIVATE.partial(operation, error == 0, items));
        }
    }

    private static String mode(int mode) {
        return switch (mode) {
            case 1 -> "symmetric-active";
            case 2 -> "symmetric-passive";
            case NtpPacket.SERVER -> "server";
            default -> "broadcast";
        };
    }

    private static String operation(int operation) {
        return switch (operation) {
            case 1 -> "read-status";
            case READ_VARIABLES -> "read-variables";
            case 3 -> "write-variables";
            case 4 -> "read-clock";
            case 10 -> "read-most-recently-used";
            case 12 -> "request-nonce";
            default -> "operation-" + operation;
        };
    }
}
