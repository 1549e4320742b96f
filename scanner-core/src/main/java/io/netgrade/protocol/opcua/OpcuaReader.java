// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.opcua;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;

/** Reads channels, and in channels without security the lists of endpoints and the log-in of sessions. */
final class OpcuaReader implements MessageGrammar {
    private static final String NO_POLICY = "None";
    private static final int ENDPOINTS_ANSWER = 431;
    private static final int SESSION_CREATED = 464;
    private static final int SESSION_ACTIVATES = 467;
    private static final int SESSION_ACTIVATED = 470;
    private static final int MOST_ENDPOINTS = 64;
    static final int OCTETS_READ = 16_384;

    private String policy = "";
    private String token = "";

    @Override
    public long length(Direction direction, ByteView unread) {
        return OpcuaMessage.length(unread);
    }

    /** A list of endpoints brings the server's certificate with each. */
    @Override
    public int octetsRead() {
        return OCTETS_READ;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int type = OpcuaMessage.type(message);
        if (type == OpcuaMessage.OPEN && direction == Direction.FROM_SERVER) {
            open(message, sink);
            return policy.equals(NO_POLICY) || policy.isEmpty() ? Progress.CONTINUE : Progress.DONE;
        }
        boolean clear = policy.equals(NO_POLICY) && type == OpcuaMessage.MESSAGE && tells(message);
        if (clear && direction == Direction.FROM_CLIENT) {
            asked(new OpcuaFields(message, OpcuaMessage.BODY));
        } else if (clear) {
            answered(new OpcuaFields(message, OpcuaMessage.BODY), sink);
        }
        return Progress.CONTINUE;
    }

    /** Whether the body is one of the four that are read, by its type in four octets (OPC 10000-6 §5.2.2.9). */
    private static boolean tells(ByteView message) {
        boolean typed = message.length() > OpcuaMessage.BODY + 4 && message.u16(OpcuaMessage.BODY) == 0x0100;
        return typed
                && switch (message.u16le(OpcuaMessage.BODY + 2)) {
                    case ENDPOINTS_ANSWER, SESSION_CREATED, SESSION_ACTIVATES, SESSION_ACTIVATED -> true;
                    default -> false;
                };
    }

    private void open(ByteView message, ObservationSink sink) {
        String address = new OpcuaFields(message, 12).text();
        int mark = address.lastIndexOf('#');
        if (mark >= 0 && address.startsWith("http://opcfoundation.org/UA/SecurityPolicy")) {
            policy = address.substring(mark + 1);
            sink.saw(OpcuaFacts.CHANNEL.partial(policy, policy.equals(NO_POLICY) ? NO_POLICY : null), address);
        }
    }

    /** ActivateSession: signature, certificates, locales, and the user's token as an extension object. */
    private void asked(OpcuaFields fields) {
        if (fields.node() != SESSION_ACTIVATES) {
            return;
        }
        fields.node();
        fields.skip(16);
        fields.skipText();
        fields.skip(4);
        fields.extension();
        fields.skipText();
        fields.skipText();
        int certificates = fields.i32();
        for (int i = 0; i < certificates && fields.intact(); i++) {
            fields.skipText();
            fields.skipText();
        }
        fields.skipTexts();
        int type = fields.node();
        if (fields.intact()) {
            token = switch (type) {
                case 0, 321 -> "Anonymous";
                case 324 -> "UserName";
                case 327 -> "Certificate";
                case 940 -> "IssuedToken";
                default -> "";
            };
        }
    }

    private void answered(OpcuaFields fields, ObservationSink sink) {
        int type = fields.node();
        fields.skip(12);
        boolean good = fields.i32() == 0;
        // Diagnostics that are not empty are rare and of free form: what follows them is not read.
        boolean plain = fields.u8() == 0;
        fields.skipTexts();
        fields.extension();
        if (!fields.intact()) {
            return;
        }
        if (type == SESSION_ACTIVATED && !token.isEmpty()) {
            sink.saw(OpcuaFacts.SESSION.partial(token, good));
        } else if (type == ENDPOINTS_ANSWER && good && plain) {
            endpoints(fields, sink);
        } else if (type == SESSION_CREATED && good && plain) {
            fields.node();
            fields.node();
            fields.skip(8);
            fields.skipText();
            fields.skipText();
            endpoints(fields, sink);
        }
    }

    private static void endpoints(OpcuaFields fields, ObservationSink sink) {
        int count = Math.min(fields.i32(), MOST_ENDPOINTS);
        for (int i = 0; i < count && fields.intact(); i++) {
            endpoint(fields, sink);
        }
    }

    /** Address, application, certificate, mode, policy, tokens, transport, level (OPC 10000-4 §7.14). */
    private static void endpoint(OpcuaFields fields, ObservationSink sink) {
        fields.skipText();
        fields.skipText();
        fields.skipText();
        fields.skipLocalized();
        fields.skip(4);
        fields.skipText();
        fields.skipText();
        fields.skipTexts();
        fields.skipText();
        int mode = fields.i32();
        String address = fields.text();
        List<String> tokens = new ArrayList<>();
        int count = fields.i32();
        for (int i = 0; i < count && fields.intact(); i++) {
            fields.skipText();
            tokens.add(token(fields.i32()));
            fields.skipText();
            fields.skipText();
            fields.skipText();
        }
        fields.skipText();
        fields.skip(1);
        if (fields.intact() && mode >= 1 && mode <= 3) {
            String named = mode == 1 ? NO_POLICY : mode == 2 ? "Sign" : "SignAndEncrypt";
            String name = address.substring(address.lastIndexOf('#') + 1);
            sink.saw(
                    OpcuaFacts.ENDPOINT.partial(
                            named, name, tokens.stream().distinct().toList()),
                    address);
        }
    }

    private static String token(int kind) {
        return switch (kind) {
            case 0 -> "Anonymous";
            case 1 -> "UserName";
            case 2 -> "Certificate";
            default -> "IssuedToken";
        };
    }
}
