// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the components of a TCAP message down to the operations, and states each once with its category. */
final class Operations {
    private static final CodeTable MAP = CodeTable.read(Operations.class, "map-operations.tsv");
    private static final CodeTable CAP = CodeTable.read(Operations.class, "cap-operations.tsv");
    private static final CodeTable INAP = CodeTable.read(Operations.class, "inap-operations.tsv");

    private static final Map<Integer, List<OperationIdentities.Place>> PLACES = OperationIdentities.places(MAP);

    private static final int COMPONENTS = 0x6C;
    private static final int ANSI_COMPONENTS = 0xE8;
    private static final int INVOKE = 0xA1;
    private static final int RESULT_LAST = 0xA2;
    private static final int RESULT_NOT_LAST = 0xA7;
    private static final int ANSI_INVOKE_LAST = 0xE9;
    private static final int ANSI_INVOKE_NOT_LAST = 0xED;
    private static final int ANSI_NATIONAL = 0xD0;
    private static final int ANSI_PRIVATE = 0xD1;
    private static final int LOCAL_CODE = 0x02;
    private static final int SEQUENCE = 0x30;
    private static final int MOST_COMPONENTS = 32;
    private static final int CATEGORY = 2;

    private final Ss7Facts facts;
    private final Said said;
    private final OperationIdentities identities;

    Operations(Ss7Facts facts, Said said) {
        this.facts = facts;
        this.said = said;
        this.identities = new OperationIdentities(facts.subscriber(), said, PLACES);
    }

    /**
     * Reads a message of TCAP.
     *
     * @param subsystemUser what the subsystems tell of its user: used where it names no context
     */
    void read(ByteView bytes, int from, int to, String subsystemUser, String network, String side) {
        if (subsystemUser.equals("none") || !TcapElement.begins(bytes, from, to)) {
            return;
        }
        int end = TcapElement.contentEnd(bytes, from, to);
        int content = TcapElement.content(bytes, from, to);
        int components = COMPONENTS;
        switch (bytes.u8(from)) {
            case 0x61, 0x62, 0x64, 0x65 -> {
                // Unidirectional, begin, end and continue of the ITU's.
            }
            case 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6 -> components = ANSI_COMPONENTS;
            default -> {
                return;
            }
        }
        String user = user(bytes, content, end, components, subsystemUser);
        int portion = TcapElement.find(bytes, content, end, components);
        int at = portion == TcapElement.NONE ? end : TcapElement.content(bytes, portion, end);
        int last = portion == TcapElement.NONE ? end : TcapElement.contentEnd(bytes, portion, end);
        for (int i = 0; i < MOST_COMPONENTS && TcapElement.begins(bytes, at, last); i++) {
            component(bytes, at, last, user, network, side);
            at = TcapElement.next(bytes, at, last);
        }
    }

    private static String user(ByteView bytes, int content, int end, int components, String subsystemUser) {
        if (components == ANSI_COMPONENTS) {
            return "ansi-tcap";
        }
        String named = ApplicationContext.user(bytes, content, end);
        String other = subsystemUser.isEmpty() ? "tcap" : subsystemUser;
        return named.isEmpty() ? other : named;
    }

    private void component(ByteView bytes, int at, int last, String user, String network, String side) {
        int end = TcapElement.contentEnd(bytes, at, last);
        int content = TcapElement.content(bytes, at, last);
        switch (bytes.u8(at)) {
            case INVOKE -> {
                int identifier = TcapElement.find(bytes, content, end, LOCAL_CODE);
                int from = identifier == TcapElement.NONE ? end : TcapElement.next(bytes, identifier, end);
                operation(bytes, TcapElement.find(bytes, from, end, LOCAL_CODE), end, user, "invoke", network, side);
            }
            case RESULT_LAST, RESULT_NOT_LAST -> {
                int result = TcapElement.find(bytes, content, end, SEQUENCE);
                int code = TcapElement.inside(bytes, result, end, LOCAL_CODE);
                operation(bytes, code, end, user, "result", network, side);
            }
            case ANSI_INVOKE_LAST, ANSI_INVOKE_NOT_LAST -> {
                int code = TcapElement.find(bytes, content, end, ANSI_PRIVATE);
                code = code == TcapElement.NONE ? TcapElement.find(bytes, content, end, ANSI_NATIONAL) : code;
                operation(bytes, code, end, user, "invoke", network, side);
            }
            default -> {
                // Errors and rejects name no operation.
            }
        }
    }

    private void operation(
            ByteView bytes, int at, int end, String user, String component, String network, String side) {
        int code = at == TcapElement.NONE ? TcapElement.NONE : TcapElement.number(bytes, at, end);
        if (code == TcapElement.NONE) {
            return;
        }
        boolean map = user.equals("map");
        if (said.isNew(Said.hash(code, bytes, at, 1) ^ key(user, component, network))) {
            @Nullable CodeTable names = table(user);
            String category = map ? MAP.column(code, CATEGORY) : "-";
            boolean listed = !category.equals("-") && !category.equals("unlisted");
            said.state(facts.operation()
                    .partial(
                            user,
                            names == null ? "unlisted" : names.name(code),
                            code,
                            component,
                            listed ? category : "none",
                            network,
                            side));
        }
        if (map && component.equals("invoke")) {
            identities.read(code, bytes, TcapElement.next(bytes, at, end), end);
        }
    }

    private static long key(String user, String component, String network) {
        return (((long) user.hashCode() * 31) + component.hashCode()) * 31 + network.hashCode();
    }

    private static @Nullable CodeTable table(String user) {
        return switch (user) {
            case "map" -> MAP;
            case "cap" -> CAP;
            case "inap" -> INAP;
            default -> null;
        };
    }
}
