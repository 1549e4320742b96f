// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.util.function.Function;

/**
 * Tells a layer by its payload protocol identifier and its grammar. Where the identifier is not given (0, or over TCP), by
 * messages that only this layer has; those that all share need the port.
 */
final class LayerRecognition {
    /** Some stacks write the identifier in their own byte order. */
    private static final int SWAPPED = 24;

    private final Layer layer;
    private final Function<ByteView, Speaker> any = this::any;
    private final Function<ByteView, Speaker> own = this::own;

    LayerRecognition(Layer layer) {
        this.layer = layer;
    }

    Recognition of(Opening opening) {
        if (opening.transport() != Transport.SCTP && opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        long identifier = opening.carriage().payloadProtocol();
        if (identifier == layer.payloadProtocol() || identifier == (long) layer.payloadProtocol() << SWAPPED) {
            return Speaker.recognition(opening, any);
        }
        if (identifier > 0) {
            return Recognition.NO;
        }
        Recognition answer = Speaker.recognition(opening, own);
        boolean usual = opening.initiatorPort() == layer.port() || opening.responderPort() == layer.port();
        return answer == Recognition.NO && usual ? Speaker.recognition(opening, any) : answer;
    }

    private Speaker any(ByteView bytes) {
        return LayerMessage.speaker(layer, bytes, false);
    }

    private Speaker own(ByteView bytes) {
        return LayerMessage.speaker(layer, bytes, true);
    }
}
