// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.PortSet;
import java.time.Duration;

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
 * @param idleTimeout without a byte received while one is awaited
 * @param bannerWait how long a service of unknown protocol is given to speak first
 * @param exchangesPerInquiry connections that one protocol may ask of one endpoint
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
            PortSet.of("102,502,515,2404,9100-9107,20000,44818,47808"));

    public ProbeLimits {
        atLeastOne("connections per second", connectionsPerSecond);
        atLeastOne("connections per host", perHost);
        atLeastOne("connections per network", perNetwork);
        atLeastOne("connections at once", atOnce);
        atLeastOne("bytes per exchange", bytes);
        atLeastOne("connect timeout in milliseconds", connectTimeout.toMillis());
        atLeastOne("exchange timeout in milliseconds", exchangeTimeout.toMillis());
        atLeastOne("idle timeout in milliseconds", idleTimeout.toMillis());
        atLeastOne("banner wait in milliseconds", bannerWait.toMillis());
        atLeastOne("exchanges per inquiry", exchangesPerInquiry);
    }

    /** The least time in which so many endpoints can be visited, each once. */
    public Duration leastDuration(long endpoints) {
        return Duration.ofSeconds(endpoints / connectionsPerSecond)
                .plusMillis(endpoints % connectionsPerSecond * 1_000 / connectionsPerSecond);
    }

    public ProbeLimits withConnectionsPerSecond(int wanted) {
        return new ProbeLimits(
                wanted,
                perHost,
                perNetwork,
                atOnce,
                bytes,
                connectTimeout,
                exchangeTimeout,
                idleTimeout,
                bannerWait,
                exchangesPerInquiry,
                untold);
    }

    public ProbeLimits withPerHost(int wanted) {
        return new ProbeLimits(
                connectionsPerSecond,
                wanted,
                perNetwork,
                atOnce,
                bytes,
                connectTimeout,
                exchangeTimeout,
                idleTimeout,
                bannerWait,
                exchangesPerInquiry,
                untold);
    }

    public ProbeLimits withPerNetwork(int wanted) {
        return new ProbeLimits(
                connectionsPerSecond,
                perHost,
                wanted,
                atOnce,
                bytes,
                connectTimeout,
                exchangeTimeout,
                idleTimeout,
                bannerWait,
                exchangesPerInquiry,
                untold);
    }

    public ProbeLimits withBytes(int wanted) {
        return new ProbeLimits(
                connectionsPerSecond,
                perHost,
                perNetwork,
                atOnce,
                wanted,
                connectTimeout,
                exchangeTimeout,
                idleTimeout,
                bannerWait,
                exchangesPerInquiry,
                untold);
    }

    /** The same, with other times for connecting, for a whole exchange, and for silence within one. */
    public ProbeLimits withTimeouts(Duration connect, Duration exchange, Duration idle) {
        return new ProbeLimits(
                connectionsPerSecond,
                perHost,
                perNetwork,
                atOnce,
                bytes,
                connect,
                exchange,
                idle,
                bannerWait,
                exchangesPerInquiry,
                untold);
    }

    public ProbeLimits withBannerWait(Duration wanted) {
        return new ProbeLimits(
                connectionsPerSecond,
                perHost,
                perNetwork,
                atOnce,
                bytes,
                connectTimeout,
                exchangeTimeout,
                idleTimeout,
                wanted,
                exchangesPerInquiry,
                untold);
    }

    public ProbeLimits withExchangesPerInquiry(int wanted) {
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
                wanted,
                untold);
    }

    public ProbeLimits withUntold(PortSet wanted) {
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
                wanted);
    }

    private static void atLeastOne(String what, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + ": " + value + " is less than 1");
        }
    }
}
