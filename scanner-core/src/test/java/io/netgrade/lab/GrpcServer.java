// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.TlsServerCredentials;
import io.grpc.okhttp.OkHttpServerBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManagerFactory;

/**
 * gRPC for Java with its OkHttp transport: the health service (gRPC Health Checking Protocol) and gNMI's Capabilities
 * (gnmi.proto), each of which answers everybody or wants a log-in.
 */
public final class GrpcServer implements AutoCloseable {
    /** HealthCheckResponse with status SERVING. */
    private static final byte[] SERVING = {8, 1};

    /** CapabilityResponse with gNMI_version, field 3, 0.10.0. */
    private static final byte[] CAPABILITIES = {26, 6, '0', '.', '1', '0', '.', '0'};

    private final Server server;

    private GrpcServer(Server server) {
        this.server = server;
    }

    /** Answers whoever asks. */
    public static GrpcServer open(int port) throws IOException {
        return start(port, InsecureServerCredentials.create(), false);
    }

    /** Answers UNAUTHENTICATED, inside TLS. */
    public static GrpcServer withLoginInsideTls(int port) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(LabTls.keyStore(), new char[0]);
        return start(
                port,
                TlsServerCredentials.newBuilder()
                        .keyManager(keys.getKeyManagers())
                        .build(),
                true);
    }

    private static GrpcServer start(int port, ServerCredentials credentials, boolean login) throws IOException {
        InetSocketAddress place = new InetSocketAddress(LoopbackAddress.next(), FreePorts.orNext(port));
        return new GrpcServer(OkHttpServerBuilder.forPort(place, credentials)
                .addService(service("grpc.health.v1.Health", "Check", SERVING, login))
                .addService(service("gnmi.gNMI", "Capabilities", CAPABILITIES, login))
                .build()
                .start());
    }

    private static ServerServiceDefinition service(String name, String method, byte[] answer, boolean login) {
        MethodDescriptor<byte[], byte[]> called = MethodDescriptor.<byte[], byte[]>newBuilder(
                        new Octets(), new Octets())
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(name, method))
                .build();
        return ServerServiceDefinition.builder(name)
                .addMethod(called, new Answering(answer, login))
                .build();
    }

    /** Messages as they are. */
    private static final class Octets implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Answering implements ServerCallHandler<byte[], byte[]> {
        private final byte[] answer;
        private final boolean login;

        Answering(byte[] answer, boolean login) {
            this.answer = answer;
            this.login = login;
        }

        @Override
        public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> call, Metadata headers) {
            if (login) {
                call.close(Status.UNAUTHENTICATED.withDescription("no credentials"), new Metadata());
                return new ServerCall.Listener<>() {};
            }
            call.request(1);
            return new ServerCall.Listener<>() {
                @Override
                public void onHalfClose() {
                    call.sendHeaders(new Metadata());
                    call.sendMessage(answer);
                    call.close(Status.OK, new Metadata());
                }
            };
        }
    }

    public String address() {
        return ((InetSocketAddress) server.getListenSockets().get(0))
                .getAddress()
                .getHostAddress();
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
