// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Carriage;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.HeldBytes;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The conversations of one exchange, without the socket: hands them what was received, counts bytes against the budget,
 * and finds how the exchange ended. It ends once; what comes later is ignored.
 */
final class Talk implements Conversation.Peer, ObservationSink {
    private static final int HEARD = 4096;

    private final Exchange exchange;
    private final int budget;
    private final Consumer<byte[]> out;
    private final HeldBytes inbox = new HeldBytes();
    private final List<Ended.Stated> stated = new ArrayList<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private int at;
    private long sent;
    private long received;
    private boolean over;
    private boolean wantsTls;
    private boolean spoke;
    private Status status = Status.FAULT;
    private String detail = "";
    private Carriage below = Carriage.UNKNOWN;

    /**
     * @param budget bytes that may be received, and bytes that may be sent
     * @param out takes what is to be sent
     */
    Talk(Exchange exchange, int budget, Consumer<byte[]> out) {
        this.exchange = exchange;
        this.budget = budget;
        this.out = out;
    }

    /** The connection, or the TLS inside it, is open. */
    void open() {
        wantsTls = false;
        guarded(() -> {
            conversation().opened(this);
            return Progress.CONTINUE;
        });
    }

    /** Bytes of a stream came. */
    void receive(byte[] bytes) {
        if (over) {
            return;
        }
        int within = (int) Math.min(bytes.length, budget - received);
        take(bytes, within);
        listen();
        if (!over && within < bytes.length) {
            end(Status.BUDGET_SPENT, "received " + budget + " bytes, and more came");
        }
    }

    /** One datagram came: it is gone after the call, consumed or not. */
    void receiveDatagram(byte[] bytes) {
        receive(bytes);
        inbox.clear();
    }

    /** The other side or the runner ended it: the conversation has a last word on what was seen. */
    void end(Status ending, String why) {
        if (over) {
            return;
        }
        guarded(() -> {
            spoke = conversation().ended(this) && last();
            return Progress.CONTINUE;
        });
        boolean answered = spoke && ending != Status.BUDGET_SPENT;
        settle(answered ? Status.ANSWERED : ending, why);
    }

    /** One user message of SCTP came, which is a datagram that knows what it is. */
    void receiveMessage(byte[] bytes, long payloadProtocol) {
        below = Carriage.ofMessage(payloadProtocol);
        inbox.carriage(below);
        receiveDatagram(bytes);
    }

    @Override
    public void send(byte[] bytes) {
        if (over) {
            return;
        }
        if (sent + bytes.length > budget) {
            settle(Status.BUDGET_SPENT, "would have sent more than " + budget + " bytes");
            return;
        }
        sent += bytes.length;
        out.accept(bytes);
    }

    @Override
    public void saw(Fact fact, String excerpt) {
        if (!over) {
            stated.add(new Ended.Stated(at, "", fact, excerpt));
        }
    }

    @Override
    public void sawInside(String protocol, Fact fact, String excerpt) {
        if (!over) {
            stated.add(new Ended.Stated(at, protocol, fact, excerpt));
        }
    }

    boolean over() {
        return over;
    }

    /** Whether TLS of the runner's own goes between what was said and what comes next. */
    boolean wantsTls() {
        return wantsTls && !over;
    }

    /** Whether the service spoke the protocol asked for. */
    boolean spoke() {
        return spoke
                || stated.stream()
                        .anyMatch(seen ->
                                seen.conversation() == exchange.conversations().size() - 1);
    }

    Status status() {
        return status;
    }

    String detail() {
        return detail;
    }

    long sent() {
        return sent;
    }

    long received() {
        return received;
    }

    List<Ended.Stated> stated() {
        return List.copyOf(stated);
    }

    ByteView heard() {
        return ByteView.of(heard.toByteArray());
    }

    /** What the headers below told of what was heard last. */
    Carriage below() {
        return below;
    }

    private void take(byte[] bytes, int count) {
        received += count;
        heard.write(bytes, 0, Math.min(count, HEARD - heard.size()));
        inbox.add(bytes, count);
    }

    private void listen() {
        guarded(() -> conversation().received(inbox, this, this));
    }

    private void act(Progress progress) {
        switch (progress) {
            case CONTINUE -> {}
            case DONE, HANDED_OVER -> done();
            case MALFORMED -> malformed();
            case START_TLS -> startTls();
        }
    }

    private void done() {
        spoke = last();
        settle(last() ? Status.ANSWERED : Status.NOT_THIS_PROTOCOL, last() ? "" : "the service did not lead to TLS");
    }

    private void malformed() {
        boolean answered = spoke();
        settle(
                answered ? Status.ANSWERED : Status.NOT_THIS_PROTOCOL,
                answered ? "the answer broke the protocol's grammar after " + received + " bytes" : "");
    }

    private void startTls() {
        if (last()) {
            done();
            return;
        }
        // What a server sends in clear after its consent to TLS is not part of TLS, and may be an attacker's.
        inbox.clear();
        at++;
        if (exchange.throughTls() && last()) {
            wantsTls = true;
        } else {
            open();
        }
    }

    private boolean last() {
        return at == exchange.conversations().size() - 1;
    }

    private Conversation conversation() {
        return exchange.conversations().get(at);
    }

    private void guarded(Supplier<Progress> step) {
        if (over) {
            return;
        }
        Progress progress;
        try {
            progress = step.get();
        } catch (RuntimeException | StackOverflowError e) {
            settle(Status.FAULT, Faults.text(e));
            return;
        }
        if (!over) {
            act(progress);
        }
    }

    private void settle(Status ending, String why) {
        if (!over) {
            over = true;
            status = ending;
            detail = why;
        }
    }
}
