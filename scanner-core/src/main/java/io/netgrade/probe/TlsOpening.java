// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/**
 * TLS that is opened only to ask what is inside. It trusts every certificate, since certificates are judged elsewhere,
 * and offers every version and suite that this Java still speaks ({@code jdk.tls.disabledAlgorithms} has the last word).
 */
final class TlsOpening {
    private static final AtomicBoolean PREPARING = new AtomicBoolean();
    private static volatile boolean prepared;

    private TlsOpening() {}

    /** @param applicationProtocol the one that is offered (RFC 7301); empty where none is */
    static SslHandler handler(ByteBufAllocator allocator, String applicationProtocol) {
        SslContext context = applicationProtocol.isEmpty() ? Context.TRUSTING : offering(applicationProtocol);
        return context.newHandler(allocator);
    }

    private static SslContext offering(String applicationProtocol) {
        return Context.OFFERING.computeIfAbsent(applicationProtocol, Context::trusting);
    }

    /**
     * Begins in the background to load what {@link #handler} needs: half a second of work where the Java machine does it for
     * the first time, in which the event loop would stand still.
     */
    static void prepare() {
        if (PREPARING.compareAndSet(false, true)) {
            Thread loading = new Thread(TlsOpening::rehearse, "netgrade-tls");
            loading.setDaemon(true);
            loading.start();
        }
    }

    /** Whether {@link #handler} gives without delay what it gives. */
    static boolean isPrepared() {
        return prepared;
    }

    /** A hello that goes nowhere. */
    private static void rehearse() {
        SSLEngine engine = handler(UnpooledByteBufAllocator.DEFAULT, "").engine();
        try {
            engine.beginHandshake();
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (SSLException e) {
            throw new IllegalStateException("this Java cannot greet by TLS", e);
        }
        prepared = true;
    }

    /** Made when first needed: it costs a tenth of a second and few runs of the command need it. */
    private static final class Context {
        private static final SslContext TRUSTING = trusting("");
        private static final Map<String, SslContext> OFFERING = new ConcurrentHashMap<>();

        private static SslContext trusting(String applicationProtocol) {
            try {
                SSLParameters supported = SSLContext.getDefault().getSupportedSSLParameters();
                List<String> versions = Arrays.stream(supported.getProtocols())
                        .filter(version -> version.startsWith("TLS"))
                        .toList();
                return SslContextBuilder.forClient()
                        .sslProvider(SslProvider.JDK)
                        .trustManager(InsecureTrustManagerFactory.INSTANCE)
                        .endpointIdentificationAlgorithm("")
                        .protocols(versions)
                        .ciphers(List.of(supported.getCipherSuites()))
                        .applicationProtocolConfig(
                                applicationProtocol.isEmpty()
                                        ? ApplicationProtocolConfig.DISABLED
                                        : new ApplicationProtocolConfig(
                                                ApplicationProtocolConfig.Protocol.ALPN,
                                                ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                                                ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                                                applicationProtocol))
                        .build();
            } catch (NoSuchAlgorithmException | SSLException e) {
                throw new IllegalStateException("this Java has no TLS", e);
            }
        }
    }
}
