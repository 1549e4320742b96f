// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.carried;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.http.head.HttpAsked;
import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.protocol.http.head.SaidKey;
import io.netgrade.wire.ByteView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a call of gRPC: its status stands behind the messages ({@code grpc-status}), and a first message shows that
 * the call was let in.
 */
final class GrpcAnswer implements CarriedAnswer {
    private static final int PERMISSION_DENIED = 7;
    private static final int UNAUTHENTICATED = 16;
    private static final int LONGEST_NAME = 128;
    /** Subscribers and devices have numbers of more digits. */
    private static final int MOST_DIGITS = 5;

    /** A flag and a length stand before each message. */
    private static final int PREFIX = 5;

    /** Package of a service to the protocol that it is. */
    private static final List<Map.Entry<String, String>> SERVICES = List.of(
            Map.entry("gnmi.gNMI/", "gnmi"),
            Map.entry("etcdserverpb.", "etcd"),
            Map.entry("milvus.proto.milvus.", "milvus"),
            Map.entry("inference.GRPCInferenceService/", "triton"),
            Map.entry("org.pytorch.serve.grpc.", "torchserve"),
            Map.entry("qdrant.", "qdrant"));

    private final String path;
    private final HttpAsked asked;
    private int status;
    private long messageBytes;

    GrpcAnswer(String path, HttpAsked asked, HttpHead head) {
        this.path = path;
        this.asked = asked;
        this.status = status(head);
    }

    private static int status(HttpHead head) {
        String text = Objects.requireNonNullElse(head.value("grpc-status"), "");
        boolean number = !text.isEmpty() && text.length() <= 2 && text.chars().allMatch(Character::isDigit);
        return number ? Integer.parseInt(text) : -1;
    }

    @Override
    public boolean take(ByteView bytes, int from, int count) {
        messageBytes += count;
        if (status < 0 && messageBytes >= PREFIX) {
            status = 0;
        }
        return messageBytes >= PREFIX;
    }

    @Override
    public void trailers(HttpHead trailers) {
        status = status < 0 ? status(trailers) : status;
    }

    @Override
    public void conclude(ObservationSink sink, Said said) {
        int slash = path.lastIndexOf('/');
        if (slash < 2 || !named(path) || !said.isNew(SaidKey.of("grpc", path, status, asked.authentication()))) {
            return;
        }
        state("grpc", path.substring(1, slash), sink);
        // One that is asked blindly may refuse whatever it is asked.
        boolean known = status == 0 || !asked.blind();
        for (Map.Entry<String, String> service : SERVICES) {
            if (known && path.startsWith(service.getKey(), 1)) {
                state(service.getValue(), path.substring(slash + 1), sink);
            }
        }
    }

    /**
     * Whether it is a path of gRPC, of a service's name and a method's; whoever puts a person or a token there makes no
     * call of gRPC, and it is not shown.
     */
    private static boolean named(String path) {
        return path.length() <= LONGEST_NAME
                && path.chars().filter(mark -> mark == '/').count() == 2
                && path.chars()
                        .allMatch(mark -> mark < 0x80 && (Character.isLetterOrDigit(mark) || "/._".indexOf(mark) >= 0))
                && path.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
    }

    private void state(String id, String resource, ObservationSink sink) {
        if (status == 0 || status == PERMISSION_DENIED || status == UNAUTHENTICATED) {
            sink.sawInside(id, CarriedProtocols.access(id).partial(resource, authentication(), status), "");
        } else {
            sink.carries(id);
        }
    }

    private @Nullable String authentication() {
        return status == 0 ? asked.authentication() : "required";
    }
}
