// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.check.Check;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.grade.Finding;
import io.netgrade.grade.ServiceSeen;
import io.netgrade.profile.Control;
import io.netgrade.profile.ProductSettings;
import io.netgrade.profile.Profile;
import io.netgrade.profile.ShippedSettings;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which settings of which products mend what fails under one profile, by the products that services disclosed. First it is
 * told of the services, then it is asked.
 */
public final class Remedies {
    private final Profile profile;
    private final Map<Disclosed, List<ProductSettings>> shipped = new HashMap<>();
    private final Map<Endpoint, Set<Disclosed>> disclosed;

    private Remedies(Profile profile, Map<Endpoint, Set<Disclosed>> disclosed) {
        this.profile = profile;
        this.disclosed = disclosed;
    }

    Remedies(Profile profile) {
        this(profile, new HashMap<>());
    }

    /** The same services under another profile. */
    Remedies under(Profile other) {
        return new Remedies(other, disclosed);
    }

    private record Disclosed(Optional<String> product, Optional<String> cpe) {}

    /** A setting, and the product that has it. */
    public record OfProduct(ProductSettings product, ProductSettings.Setting setting) {}

    void saw(ServiceSeen service) {
        if (service.product().isPresent() || service.cpe().isPresent()) {
            disclosed
                    .computeIfAbsent(service.endpoint(), any -> new LinkedHashSet<>())
                    .add(new Disclosed(service.product(), service.cpe()));
        }
    }

    /**
     * What mends a failure, by the profile's own settings before those that ship with netgrade; nothing where no product was
     * disclosed there or no setting of it is known.
     */
    List<OfProduct> of(Finding failed) {
        Set<Disclosed> there = failed.endpoint().map(disclosed::get).orElse(Set.of());
        if (there.isEmpty()) {
            return List.of();
        }
        List<OfProduct> own = settings(failed, there.stream().flatMap(one -> among(profile.settings(), one)));
        return own.isEmpty()
                ? settings(
                        failed, there.stream().flatMap(one -> shipped.computeIfAbsent(one, Remedies::shipped).stream()))
                : own;
    }

    /** What mends failures that say the same of one control: each setting once. */
    List<OfProduct> of(ControlFindings failed) {
        return failed.findings().stream()
                .flatMap(finding -> of(finding).stream())
                .distinct()
                .toList();
    }

    /** All that are known against a control, of whichever products; a profile's own before those that ship with netgrade. */
    static List<OfProduct> known(Control control, Profile profile) {
        List<OfProduct> own = known(profile.settings(), control, profile);
        Set<String> theirs = own.stream().map(one -> one.product().product()).collect(Collectors.toSet());
        Stream<OfProduct> others = known(ShippedSettings.all(), control, profile).stream()
                .filter(one -> !theirs.contains(one.product().product()));
        return Stream.concat(own.stream(), others).toList();
    }

    private static List<OfProduct> known(List<ProductSettings> products, Control control, Profile profile) {
        List<Optional<String>> checks = control.checks().isEmpty()
                ? List.of(Optional.empty())
                : control.checks().stream().map(Optional::of).toList();
        return products.stream()
                .flatMap(product -> checks.stream()
                        .flatMap(check -> product.of(control.id(), check).stream())
                        .distinct()
                        .filter(setting -> !setting.notUnder().contains(profile.id()))
                        .map(setting -> new OfProduct(product, setting)))
                .toList();
    }

    /** All that ship with netgrade against what a check measures. */
    static List<OfProduct> known(Check check) {
        return ShippedSettings.all().stream()
                .flatMap(product -> product.settings().stream()
                        .filter(setting -> setting.checks().contains(check.id()))
                        .map(setting -> new OfProduct(product, setting)))
                .toList();
    }

    private List<OfProduct> settings(Finding failed, Stream<ProductSettings> products) {
        return products.distinct()
                .flatMap(product -> product.of(failed.control().id(), failed.check()).stream()
                        .filter(setting -> !setting.notUnder().contains(profile.id()))
                        .map(setting -> new OfProduct(product, setting)))
                .toList();
    }

    private static List<ProductSettings> shipped(Disclosed one) {
        return among(ShippedSettings.all(), one).toList();
    }

    private static Stream<ProductSettings> among(List<ProductSettings> all, Disclosed one) {
        return all.stream().filter(product -> product.is(one.product(), one.cpe()));
    }
}
