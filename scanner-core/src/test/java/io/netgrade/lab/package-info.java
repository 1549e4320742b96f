// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Real servers for tests, out of the lab tree that {@code scanner-core/src/test/lab/build} makes.
 *
 * <p>A test asks for a server and has it for as long as the block lasts, on a free loopback port; where there is no lab
 * tree, the test is skipped by name with the reason:
 *
 * <pre>{@code
 * @Test
 * void readsWhatARealServerOffers() throws Exception {
 *     try (RunningServer ssh = Lab.start(OpenSshServer.weak())) {
 *         probe(ssh.address(), ssh.port());
 *     }
 * }
 * }</pre>
 *
 * <p>Or the server is a parameter, one for each test, stopped after it:
 *
 * <pre>{@code
 * @Lab.With(RedisServer.class)
 * @Test
 * void seesThatNoPasswordIsAsked(RunningServer redis) { ... }
 * }</pre>
 *
 * <p>A new server is one small class that implements {@link io.netgrade.lab.LabServer}: which files it wants, the
 * command that stays in the foreground, and how one sees that it answers. Its package goes into
 * {@code scanner-core/src/test/lab/packages.txt}. Servers run as an unprivileged user with the tree as {@code /}, end
 * with the test JVM whatever happens to it, and log to their standard output, which a failure message quotes.
 *
 * <p>Where no package has a server, one is written here after the document that it names, in the least of these ways that
 * does: {@link io.netgrade.lab.HttpStandIn} has the answers of a service over HTTP in a file;
 * {@link io.netgrade.lab.StreamStandIn} is code for a whole connection, in clear or inside TLS, such as a
 * {@link io.netgrade.lab.Relay} before a real server; where what the prober sends is itself under test, message by message
 * and over TCP or UDP, it is a {@link io.netgrade.lab.standin.StandIn}, or a {@link io.netgrade.lab.HandmadeServer} where it
 * must have its usual port.
 *
 * <p>The tree stands in {@code target/lab/tree}, or where the environment's {@code NETGRADE_LAB} names a folder (to
 * share one between checkouts).
 */
package io.netgrade.lab;
