// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.PortSet;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How gentle a probe is.
 *
 * @param connectionsPerSecond new connections and new datagram sockets per second, to all hosts together
 * @param perHost connections to one address at a time
 * @param perNetwork connections to one IPv4 /24 or IPv6 /64 at a time
 * @param atOnce connections at a time to all hosts together; each takes a file descriptor
 * @param bytes application bytes that one exchange may receive, and as many again that it may send
 * @param connectTimeout from the SYN to the open connection; after it, the port counts as filtered
 * @param exchangeTimeout from the open connection to the end of one exchange
 * @param idleTimeout without a byte received while one is awaited; see {@link #idle} for services that stay silent
 * @param bannerWait how long a service of unknown protocol is given to speak first
 * @param exchangesPerInquiry connections that one protocol may ask of one endpoint
 * @param tcpGuesses connections that may be spent on guessing the protocol of one open TCP port
 * @param udpGuesses protocols that a UDP port may be asked in on which none usually lives
 * @param gentleGap between two connections to a host of industrial or signalling gear
 * @param wallTime for the whole run; what is not visited by then stays unvisited
 * @param lostInARow connections in a row that fail where an answer came before, none succeeding between, after which the
 *     network counts as gone and the run ends
 * @param untold ports that are sent nothing but what their own usual protocols say: things behind them print what they
 *     receive, or stop working
 */
public record ProbeLimits(
        int connectionsPerSecond,
        int perHost,
        int perNetwork,
        int atOnce,
        int bytes,
        Duration connectTimeout,
        Duration exchangeTimeout,
        Duration idleTimeout,
        Duration bannerWait,
        int exchangesPerInquiry,
        int tcpGuesses,
        int udpGuesses,
        Duration gentleGap,
        Duration wallTime,
        int lostInARow,
        PortSet untold) {

    /** Safe on a network that carries traffic. */
    public static final ProbeLimits GENTLE = new ProbeLimits(
            50,
            2,
            8,
            256,
            256 * 1024,
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofMillis(1_500),
            200,
            24,
            24,
            Duration.ofSeconds(1),
            Duration.ofDays(3_660),
            30,
            PortSet.of("102,502,515,2404,9100-9107,20000,44818,47808"));

    /** A service that never answered is waited for so long at least: longer than a link by satellite takes. */
    private static final Duration SHORTEST_IDLE = Duration.ofMillis(700);

    public ProbeLimits {
        atLeastOne("connections per second", connectionsPerSecond);
        atLeastOne("per host", perHost);
        atLeastOne("per network", perNetwork);
        atLeastOne("at once", atOnce);
        atLeastOne("bytes", bytes);
        atLeastOne("connect timeout in milliseconds", connectTimeout.toMillis());
        atLeastOne("exchange timeout in milliseconds", exchangeTimeout.toMillis());
        atLeastOne("idle timeout in milliseconds", idleTimeout.toMillis());
        atLeastOne("banner wait in milliseconds", bannerWait.toMillis());
        atLeastOne("exchanges per inquiry", exchangesPerInquiry);
        atLeastOne("tcp guesses", tcpGuesses);
        atLeastOne("udp guesses", udpGuesses);
        atLeastOne("gentle gap in milliseconds", gentleGap.toMillis());
        atLeastOne("wall time in milliseconds", wallTime.toMillis());
        atLeastOne("lost in a row", lostInARow);
    }

    /** The least time in which so many endpoints can be visited, each once. */
    public Duration leastDuration(long endpoints) {
        return Duration.ofSeconds(endpoints / connectionsPerSecond)
                .plusMillis(endpoints % connectionsPerSecond * 1_000 / connectionsPerSecond);
    }

    /**
     * How long a byte is awaited from a service that was silent to so many questions in a row: half as long each time, and
     * no less than 700 ms, or four times as long as the connection took to open. Whoever is silent to wrong questions and
     * knows the right one answers that at once; so 24 guesses at a silent port take 26 seconds instead of two minutes.
     *
     * @param opening from the SYN to the open connection
     */
    Duration idle(int silences, Duration opening) {
        Duration halved = idleTimeout.dividedBy(1L << Math.min(silences, 16));
        Duration least = longer(SHORTEST_IDLE, opening.multipliedBy(4));
        return halved.compareTo(least) >= 0 ? halved : shorter(least, idleTimeout);
    }

    public ProbeLimits withConnectionsPerSecond(int wanted) {
        return with(draft -> draft.connectionsPerSecond = wanted);
    }

    public ProbeLimits withPerHost(int wanted) {
        return with(draft -> draft.perHost = wanted);
    }

    public ProbeLimits withPerNetwork(int wanted) {
        return with(draft -> draft.perNetwork = wanted);
    }

    public ProbeLimits withAtOnce(int wanted) {
        return with(draft -> draft.atOnce = wanted);
    }

    public ProbeLimits withBytes(int wanted) {
        return with(draft -> draft.bytes = wanted);
    }

    /** The same, with other times for connecting, for a whole exchange, and for silence within one. */
    public ProbeLimits withTimeouts(Duration connect, Duration exchange, Duration idle) {
        return with(draft -> {
            draft.connectTimeout = connect;
            draft.exchangeTimeout = exchange;
            draft.idleTimeout = idle;
        });
    }

    public ProbeLimits withBannerWait(Duration wanted) {
        return with(draft -> draft.bannerWait = wanted);
    }

    public ProbeLimits withExchangesPerInquiry(int wanted) {
        return with(draft -> draft.exchangesPerInquiry = wanted);
    }

    public ProbeLimits withGuesses(int tcp, int udp) {
        return with(draft -> {
            draft.tcpGuesses = tcp;
            draft.udpGuesses = udp;
        });
    }

    public ProbeLimits withGentleGap(Duration wanted) {
        return with(draft -> draft.gentleGap = wanted);
    }

    public ProbeLimits withWallTime(Duration wanted) {
        return with(draft -> draft.wallTime = wanted);
    }

    public ProbeLimits withLostInARow(int wanted) {
        return with(draft -> draft.lostInARow = wanted);
    }

    public ProbeLimits withUntold(PortSet wanted) {
        return with(draft -> draft.untold = wanted);
    }

    private ProbeLimits with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.limits();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static void atLeastOne(String what, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + ": " + value + " is less than 1");
        }
    }

    /** Limits that are being changed. */
    private static final class Draft {
        private int connectionsPerSecond;
        private int perHost;
        private int perNetwork;
        private int atOnce;
        private int bytes;
        private Duration connectTimeout;
        private Duration exchangeTimeout;
        private Duration idleTimeout;
        private Duration bannerWait;
        private int exchangesPerInquiry;
        private int tcpGuesses;
        private int udpGuesses;
        private Duration gentleGap;
        private Duration wallTime;
        private int lostInARow;
        private PortSet untold;

        private Draft(ProbeLimits from) {
            connectionsPerSecond = from.connectionsPerSecond;
            perHost = from.perHost;
            perNetwork = from.perNetwork;
            atOnce = from.atOnce;
            bytes = from.bytes;
            connectTimeout = from.connectTimeout;
            exchangeTimeout = from.exchangeTimeout;
            idleTimeout = from.idleTimeout;
            bannerWait = from.bannerWait;
            exchangesPerInquiry = from.exchangesPerInquiry;
            tcpGuesses = from.tcpGuesses;
            udpGuesses = from.udpGuesses;
            gentleGap = from.gentleGap;
            wallTime = from.wallTime;
            lostInARow = from.lostInARow;
            untold = from.untold;
        }

        private ProbeLimits limits() {
            return new ProbeLimits(
                    connectionsPerSecond,
                    perHost,
                    perNetwork,
                    atOnce,
                    bytes,
                    connectTimeout,
                    exchangeTimeout,
                    idleTimeout,
                    bannerWait,
                    exchangesPerInquiry,
                    tcpGuesses,
                    udpGuesses,
                    gentleGap,
                    wallTime,
                    lostInARow,
                    untold);
        }
    }
}
