// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/**
 * An OPC UA server of Eclipse Milo, in this process: for named users and signed and encrypted alone, but for the list of its
 * endpoints, which every client needs (OPC 10000-4 5.4.4), or for anybody in clear.
 */
public final class OpcUaLabServer implements AutoCloseable {
    private static final String APPLICATION = "urn:lab.example:netgrade";
    private static final int PATIENCE_SECONDS = 20;

    private final InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.next());
    private final OpcUaServer server;

    private OpcUaLabServer(boolean strong) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        X509Certificate certificate = new SelfSignedCertificateBuilder(keys)
                .setCommonName("lab.example")
                .setApplicationUri(APPLICATION)
                .build();
        OpcUaServerConfig config = OpcUaServerConfig.builder()
                .setApplicationName(LocalizedText.english("netgrade lab"))
                .setApplicationUri(APPLICATION)
                .setProductUri(APPLICATION)
                .setCertificateManager(certificates(keys, certificate))
                .setEndpoints(strong ? strongEndpoints(certificate) : weakEndpoints(certificate))
                .build();
        server = new OpcUaServer(
                config,
                profile -> new OpcTcpServerTransport(
                        OpcTcpServerTransportConfig.newBuilder().build()));
        server.startup().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    public static OpcUaLabServer strong() throws Exception {
        return new OpcUaLabServer(true);
    }

    public static OpcUaLabServer weak() throws Exception {
        return new OpcUaLabServer(false);
    }

    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        try {
            server.shutdown().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server was ending", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the server does not end", e);
        }
    }

    private Set<EndpointConfig> strongEndpoints(X509Certificate certificate) {
        EndpointConfig secured = endpoint(certificate, "")
                .setSecurityPolicy(SecurityPolicy.Basic256Sha256)
                .setSecurityMode(MessageSecurityMode.SignAndEncrypt)
                .addTokenPolicies(token(UserTokenType.UserName), token(UserTokenType.Certificate))
                .build();
        EndpointConfig discovery = endpoint(certificate, "/discovery")
                .setSecurityPolicy(SecurityPolicy.None)
                .setSecurityMode(MessageSecurityMode.None)
                .build();
        return new LinkedHashSet<>(List.of(secured, discovery));
    }

    private Set<EndpointConfig> weakEndpoints(X509Certificate certificate) {
        EndpointConfig clear = endpoint(certificate, "")
                .setSecurityPolicy(SecurityPolicy.None)
                .setSecurityMode(MessageSecurityMode.None)
                .addTokenPolicies(token(UserTokenType.Anonymous))
                .build();
        EndpointConfig old = endpoint(certificate, "")
                .setSecurityPolicy(SecurityPolicy.Basic128Rsa15)
                .setSecurityMode(MessageSecurityMode.Sign)
                .addTokenPolicies(token(UserTokenType.Anonymous), token(UserTokenType.UserName))
                .build();
        return new LinkedHashSet<>(List.of(clear, old));
    }

    private EndpointConfig.Builder endpoint(X509Certificate certificate, String path) {
        return EndpointConfig.newBuilder()
                .setBindAddress(address.getAddress().getHostAddress())
                .setBindPort(address.getPort())
                .setHostname(address.getAddress().getHostAddress())
                .setPath(path)
                .setCertificate(certificate);
    }

    private static UserTokenPolicy token(UserTokenType type) {
        return new UserTokenPolicy(type.name(), type, null, null, SecurityPolicy.Basic256Sha256.getUri());
    }

    private static DefaultCertificateManager certificates(KeyPair keys, X509Certificate certificate) throws Exception {
        RsaSha256CertificateFactory made = new RsaSha256CertificateFactory() {
            @Override
            protected KeyPair createRsaSha256KeyPair() {
                return keys;
            }

            @Override
            protected X509Certificate[] createRsaSha256CertificateChain(KeyPair pair) {
                return new X509Certificate[] {certificate};
            }
        };
        DefaultApplicationGroup group = DefaultApplicationGroup.createAndInitialize(
                new MemoryTrustListManager(),
                new MemoryCertificateStore(),
                made,
                new CertificateValidator.InsecureCertificateValidator());
        return new DefaultCertificateManager(new MemoryCertificateQuarantine(), group);
    }
}
