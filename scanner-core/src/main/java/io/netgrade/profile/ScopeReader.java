// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.OpeningTimes;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.YamlFile;
import io.netgrade.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a scope: the file of {@code --scope}, or the part of a plan. */
public final class ScopeReader {
    private ScopeReader() {}

    /** @throws MistakesException with every mistake in the file */
    public static Scope read(Path file) throws MistakesException {
        Mistakes mistakes = new Mistakes();
        Scope scope = read(file, mistakes);
        mistakes.throwIfAny();
        return scope;
    }

    static Scope read(Path file, Mistakes mistakes) {
        Optional<YamlMap> map = load(file, mistakes);
        map.ifPresent(found -> found.schema("netgrade.scope/1"));
        return map.map(ScopeReader::scope).orElse(Scope.NOTHING);
    }

    static Scope scope(YamlMap map) {
        map.allow("schema", "allow", "deny", "ports", "authorised-by", "valid-until", "vantage", "windows");
        List<AddressRange> allow = new ArrayList<>();
        Set<String> hosts = new HashSet<>();
        for (Target target : map.each("allow", ScopeReader::withoutPort)) {
            if (target instanceof Target.Addresses addresses) {
                allow.add(addresses.range());
            } else if (target instanceof Target.Host host) {
                hosts.add(host.name());
            }
        }
        return new Scope(
                allow,
                hosts,
                map.each("deny", AddressRange::of),
                map.text("ports", text -> text.equals("all") ? PortSet.ALL : PortSet.of(text))
                        .orElse(PortSet.ALL),
                map.text("authorised-by").orElse(""),
                map.has("valid-until") ? GivenReader.instant(map, "valid-until") : Optional.<Instant>empty(),
                map.choice("vantage", Vantage.all()).orElse(""),
                new OpeningTimes(map.maps("windows").stream()
                        .flatMap(window -> TimeWindowReader.read(window).stream())
                        .toList()));
    }

    static Optional<YamlMap> load(Path file, Mistakes mistakes) {
        try {
            return YamlFile.read(file.toString(), Files.readAllBytes(file), mistakes);
        } catch (IOException unreadable) {
            String why = Files.exists(file) ? "cannot be read: " + unreadable.getMessage() : "there is no such file";
            mistakes.add(file.toString(), 0, why);
            return Optional.empty();
        }
    }

    private static Target withoutPort(String text) {
        Target target = Target.of(text);
        if (target.port().isPresent()) {
            throw new IllegalArgumentException("\"" + text + "\" names a port; give ports under ports");
        }
        return target;
    }
}
