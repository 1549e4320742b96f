// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatusRequest;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.NewSessionTicket;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.SessionParameters;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsDHGroupVerifier;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsSession;
import org.bouncycastle.tls.TlsUtils;
import org.jspecify.annotations.Nullable;

/** What is offered in a handshake up to TLS 1.2, and what is kept of it. Trusts every certificate and has none itself. */
final class TlsSessionClient extends AbstractTlsClient {
    private static final int SESSION_IDENTIFIER_LENGTH = 32;
    private static final int MOST_MESSAGE = 1 << 17;

    private final TlsSessionCrypto careful;
    private final TlsQuestion question;
    private final TlsAim.Session aim;
    private final Optional<String> serverName;
    private Optional<byte[]> ticket = Optional.empty();
    private Optional<TlsKeptSession> kept = Optional.empty();
    private int handshakes;
    private boolean resumed;
    private boolean renegotiationSecured;

    TlsSessionClient(TlsSessionCrypto crypto, TlsQuestion question, TlsAim.Session aim, Optional<String> serverName) {
        super(crypto);
        this.careful = crypto;
        this.question = question;
        this.aim = aim;
        this.serverName = serverName;
    }

    /** Handshakes finished on the connection. */
    int handshakes() {
        return handshakes;
    }

    /** Whether the last one went on with the session offered. */
    boolean resumed() {
        return resumed;
    }

    boolean renegotiationSecured() {
        return renegotiationSecured;
    }

    /** The session, where the server gave a name for it. */
    Optional<TlsKeptSession> kept() {
        return kept;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return new ProtocolVersion[] {ProtocolVersion.get(question.version() >> 8, question.version() & 0xFF)};
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        int[] suites = question.suites().stream().mapToInt(Integer::intValue).toArray();
        return TlsUtils.getSupportedCipherSuites(careful, suites);
    }

    @Override
    @SuppressWarnings("JdkObsolete") // it is what BouncyCastle takes
    protected @Nullable Vector<?> getSNIServerNames() {
        return serverName
                .map(name -> new Vector<>(
                        List.of(new ServerName(NameType.host_name, name.getBytes(StandardCharsets.US_ASCII)))))
                .orElse(null);
    }

    @Override
    protected @Nullable CertificateStatusRequest getCertificateStatusRequest() {
        return null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Hashtable<?, ?> getClientExtensions() throws java.io.IOException {
        Hashtable<Integer, byte[]> extensions = super.getClientExtensions();
        if (aim.ticketWanted() && handshakes == 0) {
            extensions.put(
                    TlsExtension.SESSION_TICKET,
                    aim.resumed().flatMap(TlsKeptSession::ticket).orElse(new byte[0]));
        }
        return extensions;
    }

    @Override
    public @Nullable TlsSession getSessionToResume() {
        return aim.resumed().map(TlsKeptSession::session).orElse(null);
    }

    @Override
    public boolean allowLegacyResumption() {
        return true;
    }

    @Override
    public boolean requiresCloseNotify() {
        return false;
    }

    @Override
    public int getMaxHandshakeMessageSize() {
        return MOST_MESSAGE;
    }

    @Override
    public void notifySecureRenegotiation(boolean secured) {
        renegotiationSecured = secured;
    }

    @Override
    public void notifyNewSessionTicket(NewSessionTicket given) {
        ticket = Optional.of(given.getTicket()).filter(one -> one.length > 0);
    }

    @Override
    public TlsDHGroupVerifier getDHGroupVerifier() {
        return careful;
    }

    @Override
    public void notifyHandshakeComplete() {
        handshakes++;
        resumed = context.getSecurityParametersConnection().isResumedSession();
        if (handshakes == 1) {
            SessionParameters parameters = context.getSession().exportSessionParameters();
            byte[] given = context.getSession().getSessionID();
            byte[] name = ticket.isPresent() ? TlsQuestion.random(SESSION_IDENTIFIER_LENGTH) : given;
            kept = parameters == null || name.length == 0
                    ? Optional.empty()
                    : Optional.of(new TlsKeptSession(TlsUtils.importSession(name, parameters), ticket));
        }
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new Anyone();
    }

    private static final class Anyone implements TlsAuthentication {
        @Override
        public void notifyServerCertificate(TlsServerCertificate certificate) {
            // What is to be said of it, the certificates of the other questions say.
        }

        @Override
        public @Nullable TlsCredentials getClientCredentials(CertificateRequest request) {
            return null;
        }
    }
}
