// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import io.netgrade.json.JsonWriter;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeTarget;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a probe must have in common with an earlier one to go on where that one stood: the same visits in the same order.
 *
 * @param tool the version of netgrade, which knows the usual ports and makes the order
 * @param discovery how open ports are found: the order of visits depends on it
 * @param targets a digest of the addresses, those of names as they were looked up
 * @param ports a digest of the ports at each of them
 */
public record RunIdentity(String tool, String discovery, String targets, String ports, long seed, String shard) {

    public static RunIdentity of(String tool, String discovery, List<ProbeTarget> targets, Course course) {
        return new RunIdentity(
                tool,
                discovery,
                digest(targets, target -> target.addresses().toString()),
                digest(
                        targets,
                        target -> target.addresses() + " " + target.tcp() + " " + target.udp()
                                + (target.sctp().isEmpty() ? "" : " " + target.sctp())),
                course.seed(),
                course.share().toString());
    }

    /** @throws JsonFault where its members are not in the object */
    static RunIdentity read(JsonObject json) throws JsonFault {
        return new RunIdentity(
                json.text("tool"),
                json.text("discovery"),
                json.text("targets"),
                json.text("ports"),
                json.number("seed"),
                json.text("shard"));
    }

    /** Writes its members into an object that is begun. */
    void write(JsonWriter json) {
        json.field("tool", tool)
                .field("discovery", discovery)
                .field("targets", targets)
                .field("ports", ports)
                .field("seed", seed)
                .field("shard", shard);
    }

    /** In what a later run differs from this one, in words; empty where it does not. */
    public Optional<String> difference(RunIdentity later) {
        if (!tool.equals(later.tool)) {
            return Optional.of("by netgrade " + tool + ", and this is " + later.tool);
        }
        if (!discovery.equals(later.discovery)) {
            return Optional.of("with --discovery " + discovery);
        }
        if (!targets.equals(later.targets)) {
            return Optional.of("of other targets, or their names have other addresses now");
        }
        if (!ports.equals(later.ports)) {
            return Optional.of("of other ports");
        }
        if (seed != later.seed) {
            return Optional.of("with --seed " + seed);
        }
        return shard.equals(later.shard) ? Optional.empty() : Optional.of("with --shard " + shard);
    }

    /** Of what is said of each, whatever their order is. */
    private static String digest(List<ProbeTarget> targets, Function<ProbeTarget, String> said) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            targets.stream()
                    .map(said)
                    .sorted()
                    .distinct()
                    .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
