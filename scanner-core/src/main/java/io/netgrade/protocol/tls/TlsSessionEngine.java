// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.AlertLevel;
import org.bouncycastle.tls.HandshakeMessageInput;
import org.bouncycastle.tls.HandshakeType;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.ServerHello;
import org.bouncycastle.tls.TlsClientProtocol;

/**
 * BouncyCastle's client, without a socket: finishes a handshake up to TLS 1.2, begins a second one where that is wanted, once,
 * and says goodbye.
 */
final class TlsSessionEngine extends TlsClientProtocol {
    private final TlsSessionClient client;
    private final boolean renegotiates;
    private Optional<TlsRenegotiation> renegotiation = Optional.empty();
    private boolean asked;
    private boolean resumed;
    private boolean over;

    TlsSessionEngine(TlsSessionClient client, boolean renegotiates) {
        this.client = client;
        this.renegotiates = renegotiates;
    }

    /** The first bytes to send. */
    byte[] begin() {
        return run(() -> connect(client));
    }

    /** Takes what the server said, and gives what is to be answered. */
    byte[] take(byte[] said) {
        return run(() -> {
            offerInput(said);
            proceed();
        });
    }

    /** Whether nothing more is to be said or heard. */
    boolean isOver() {
        return over;
    }

    boolean finished() {
        return resumed() || client.handshakes() > 0;
    }

    boolean resumed() {
        return resumed || client.resumed();
    }

    /** Whether a second handshake was begun. */
    boolean asked() {
        return asked;
    }

    /** How the server took that; empty while it has not shown it. */
    Optional<TlsRenegotiation> renegotiation() {
        return renegotiation;
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Whatever is wrong with what the server says, or with the engine: it is the end, and no answer is an answer. */
    private byte[] run(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            over = true;
        }
        byte[] output = new byte[getAvailableOutputBytes()];
        readOutput(output, 0, output.length);
        return output;
    }

    private void proceed() throws IOException {
        boolean begin = renegotiates && client.handshakes() == 1 && !asked && client.renegotiationSecured();
        if (begin && !isClosed()) {
            asked = true;
            beginHandshake(true);
        } else if (client.handshakes() > (asked ? 1 : 0)
                || renegotiation.filter(this::isRefusal).isPresent()) {
            over = true;
            close();
        }
        over |= isClosed();
    }

    private boolean isRefusal(TlsRenegotiation answer) {
        return answer != TlsRenegotiation.ACCEPTED;
    }

    @Override
    protected void processServerHello(ServerHello hello) throws IOException {
        learn(TlsRenegotiation.ACCEPTED);
        super.processServerHello(hello);
    }

    /** A warning that refuses leaves the session as it is (RFC 5246 §7.2.2), which BouncyCastle does not. */
    @Override
    protected void handleAlertMessage(short level, short description) throws IOException {
        boolean goodbye = description == AlertDescription.close_notify;
        boolean refusal = level == AlertLevel.fatal || description == AlertDescription.no_renegotiation;
        if (goodbye || refusal) {
            learn(goodbye ? TlsRenegotiation.CLOSED : TlsRenegotiation.REFUSED);
        }
        if (!asked || level == AlertLevel.fatal || description != AlertDescription.no_renegotiation) {
            super.handleAlertMessage(level, description);
        }
    }

    private void learn(TlsRenegotiation answer) {
        if (asked && renegotiation.isEmpty()) {
            renegotiation = Optional.of(answer);
        }
    }

    /** A ticket where the server goes on with a session (RFC 5077 §3.4), which BouncyCastle does not know of. */
    @Override
    protected void handleHandshakeMessage(short type, HandshakeMessageInput body) throws IOException {
        SecurityParameters parameters = getContext().getSecurityParametersHandshake();
        if (type == HandshakeType.new_session_ticket && parameters != null && parameters.isResumedSession()) {
            resumed = true;
            handleClose(true);
        } else {
            super.handleHandshakeMessage(type, body);
        }
    }
}
