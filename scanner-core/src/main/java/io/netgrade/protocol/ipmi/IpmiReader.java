// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipmi;

import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;

/** Reads what a controller answers; of what is asked of it nothing is read. */
final class IpmiReader {
    private static final int ANSWER_FUNCTION = IpmiMessage.NET_FUNCTION_APPLICATION + 1;
    private static final int AUTHENTICATION_CAPABILITIES = 0x38;
    private static final int CIPHER_SUITES = 0x54;
    private static final int COMMAND = 5;
    private static final int DATA = 6;
    private static final int STANDARD_SUITE = 0xC0;
    private static final int OEM_SUITE = 0xC1;
    private static final int ANSWER_OCTETS = 36;
    private static final String[] METHODS = {"none", "md2", "md5", "", "password", "oem"};

    private IpmiReader() {}

    static boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        Speaker speaker = IpmiMessage.speaker(bytes);
        if (speaker == Speaker.SERVER) {
            answered(bytes, said);
        }
        return speaker != Speaker.NOBODY;
    }

    private static void answered(ByteView bytes, Said said) {
        if (IpmiMessage.isPong(bytes)) {
            service(said, List.of());
            return;
        }
        boolean plus = IpmiMessage.isPlus(bytes);
        int at = IpmiMessage.body(bytes);
        if (plus && IpmiMessage.payload(bytes) >= IpmiMessage.OPEN_SESSION) {
            service(said, List.of("2.0"));
            if (IpmiMessage.payload(bytes) == IpmiMessage.SESSION_OPENED) {
                opened(bytes, at, said);
            }
            return;
        }
        boolean granted =
                bytes.length() > at + DATA + 1 && bytes.u8(at + 1) >> 2 == ANSWER_FUNCTION && bytes.u8(at + DATA) == 0;
        if (granted && bytes.u8(at + COMMAND) == AUTHENTICATION_CAPABILITIES) {
            capabilities(bytes, at + DATA + 1, said);
        } else if (granted && bytes.u8(at + COMMAND) == CIPHER_SUITES) {
            suites(bytes, at + DATA + 2, said);
        } else {
            service(said, List.of(plus ? "2.0" : "1.5"));
        }
    }

    private static void service(Said said, List<String> versions) {
        if (said.isNew(versions.hashCode())) {
            said.state(IpmiFacts.SERVICE.partial(versions));
        }
    }

    /** Channel, methods, status, and what versions there are. */
    private static void capabilities(ByteView bytes, int at, Said said) {
        if (bytes.length() < at + 4) {
            return;
        }
        int methods = bytes.u8(at + 1);
        int status = bytes.u8(at + 2);
        boolean extended = (methods & 0x80) != 0;
        int versions = extended ? bytes.u8(at + 3) & 3 : 1;
        service(said, versions == 3 ? List.of("1.5", "2.0") : versions == 2 ? List.of("2.0") : List.of("1.5"));
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < METHODS.length; bit++) {
            if ((methods >> bit & 1) != 0 && !METHODS[bit].isEmpty()) {
                names.add(METHODS[bit]);
            }
        }
        if (said.isNew(0x1_0000L | methods << 8 | status)) {
            said.state(IpmiFacts.AUTHENTICATION.partial(names, (status & 1) != 0, (status & 2) != 0));
        }
    }

    /** Records of up to five octets that begin with their kind and their number. */
    private static void suites(ByteView bytes, int from, Said said) {
        List<String> numbers = new ArrayList<>();
        for (int at = from; at + 1 < bytes.length() - 1; at++) {
            if (bytes.u8(at) == STANDARD_SUITE || bytes.u8(at) == OEM_SUITE) {
                numbers.add(Integer.toString(bytes.u8(at + 1)));
                at++;
            }
        }
        service(said, List.of("2.0"));
        if (!numbers.isEmpty() && said.isNew(0x2_0000_0000L + numbers.hashCode())) {
            said.state(IpmiFacts.CIPHER_SUITES.partial(numbers));
        }
    }

    /** Tag, status, two session ids, and three records of eight octets with the algorithms. */
    private static void opened(ByteView bytes, int at, Said said) {
        if (bytes.length() < at + ANSWER_OCTETS || bytes.u8(at + 1) != 0) {
            return;
        }
        int authentication = bytes.u8(at + 16) & 0x3F;
        int integrity = bytes.u8(at + 24) & 0x3F;
        int confidentiality = bytes.u8(at + 32) & 0x3F;
        if (said.isNew(0x3_0000_0000L | authentication << 16 | integrity << 8 | confidentiality)) {
            said.state(IpmiFacts.SESSION.partial(
                    name(authentication, "none", "hmac-sha1", "hmac-md5", "hmac-sha256"),
                    name(integrity, "none", "hmac-sha1-96", "hmac-md5-128", "md5-128", "hmac-sha256-128"),
                    name(confidentiality, "none", "aes-cbc-128", "xrc4-128", "xrc4-40")));
        }
    }

    private static String name(int number, String... names) {
        return number < names.length ? names[number] : "other";
    }
}
