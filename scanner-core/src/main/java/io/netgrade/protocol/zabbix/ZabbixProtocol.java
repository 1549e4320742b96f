// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.zabbix;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Strength;
import java.util.List;

/** Zabbix over TCP. */
public final class ZabbixProtocol {
    public static final FactType REQUEST = FactType.of("zabbix.request", "A request that was answered.")
            .text(
                    "kind",
                    "the word of a JSON request, such as active checks or agent data; item-key for a passive check")
            .flag("answered", "whether an answer came");

    private ZabbixProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("zabbix", "Zabbix")
                .ports(Transport.TCP, 10_050, 10_051)
                .facts(REQUEST)
                .checks(List.of(
                        FieldCheck.of("zabbix.in-clear", "Whether requests are answered in clear.", REQUEST, "answered")
                                .inClear(),
                        FieldCheck.of("zabbix.request", "The kinds of request that are answered.", REQUEST, "kind")))
                .strength(Strength.MAGIC)
                .recognisedBy(ZabbixProtocol::recognition)
                .readBy(ZabbixQuestion::reader)
                .sends("agent.ping, a passive check.")
                .asks(Transport.TCP, "zabbix.ping", ZabbixQuestion::ping)
                .build();
    }

    /** Whoever connects asks: a server its agent, or an agent its server. */
    private static Recognition recognition(Opening opening) {
        boolean asked =
                opening.transport() == Transport.TCP && opening.fromInitiator().length() > 0;
        if (!asked) {
            return Recognition.NO;
        }
        long length = ZabbixReader.size(opening.fromInitiator());
        if (length < 0) {
            return Recognition.NO;
        }
        return length == 0 ? Recognition.NEED_MORE : Recognition.RESPONDER_SERVES;
    }
}
