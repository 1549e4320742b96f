// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What netgrade can say of one adaptation layer at an endpoint, and the checks of it. */
final class LayerFacts {
    private final Layer layer;
    private final FactType message;
    private final FactType accepted;
    private final Ss7Facts ss7;
    private final List<Check> checks;

    LayerFacts(Layer layer) {
        this.layer = layer;
        String id = layer.id();
        message = FactType.of(id + ".message", "A message of the adaptation layer, seen unencrypted.")
                .text("message", "its name, such as asp-up")
                .text("from", Ss7Facts.FROM);
        accepted = FactType.of(id + ".peer-accepted", "That a process was let in which asked to be.")
                .text(
                        "by",
                        "asp-up-ack, asp-active-ack or registration-response; link-ready where an end has aligned a"
                                + " link with the other");
        ss7 = new Ss7Facts(id);
        Stream<Check> own = Stream.of(
                FieldCheck.of(id + ".peer-accepted", "How a process is let in.", accepted, "by"),
                FieldCheck.of(id + ".message", "The messages seen unencrypted.", message, "message")
                        .inClear());
        Set<String> stated = Stream.of(types()).map(FactType::id).collect(Collectors.toSet());
        checks = Stream.concat(own, ss7.checks().stream())
                .filter(check -> stated.contains(check.fact().id()))
                .toList();
    }

    /** What the layer can state: not all of them carry SS7, and SUA takes the place of the network below SCCP. */
    FactType[] types() {
        return switch (layer) {
            case M3UA, M2UA, M2PA ->
                new FactType[] {
                    message, accepted, ss7.traffic(), ss7.address(), ss7.operation(), ss7.subscriber(), ss7.ciphering()
                };
            case SUA -> new FactType[] {message, accepted, ss7.address(), ss7.operation(), ss7.subscriber()};
            case IUA -> new FactType[] {message, accepted};
        };
    }

    List<Check> checks() {
        return checks;
    }

    FactType message() {
        return message;
    }

    FactType accepted() {
        return accepted;
    }

    Ss7Facts ss7() {
        return ss7;
    }
}
