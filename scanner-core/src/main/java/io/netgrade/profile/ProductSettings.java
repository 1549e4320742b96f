// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How one product is set so that a weakness goes away.
 *
 * @param product its usual name
 * @param names as services disclose it, in lower case
 * @param cpes {@code vendor:product} of its CPE
 * @param place where its settings are written, such as {@code sshd_config}
 */
public record ProductSettings(
        String product, Set<String> names, Set<String> cpes, String place, List<Setting> settings) {
    private static final int VENDOR = 3;
    private static final int PRODUCT = 4;

    public ProductSettings {
        names = Set.copyOf(names);
        cpes = Set.copyOf(cpes);
        settings = List.copyOf(settings);
    }

    /**
     * One of them.
     *
     * @param checks ids of the checks whose failure it mends
     * @param controls ids of the controls whose failure it mends, whichever check decides
     * @param setting as it is written, a line or several
     * @param notUnder ids of profiles that ask for other values
     * @param says what more is to be known of it; empty where nothing is
     * @param source where its words were read; empty where they are from memory: unverified
     */
    public record Setting(
            Set<String> checks,
            Set<String> controls,
            Set<String> notUnder,
            String setting,
            Optional<Text> says,
            Optional<String> source) {
        public Setting {
            checks = Set.copyOf(checks);
            controls = Set.copyOf(controls);
            notUnder = Set.copyOf(notUnder);
        }
    }

    /** Whether what a service discloses is this product. */
    public boolean is(Optional<String> name, Optional<String> cpe) {
        return name.filter(said -> names.contains(said.toLowerCase(Locale.ROOT)))
                        .isPresent()
                || cpe.flatMap(ProductSettings::vendorAndProduct)
                        .filter(cpes::contains)
                        .isPresent();
    }

    private static Optional<String> vendorAndProduct(String cpe) {
        String[] parts = cpe.split(":", PRODUCT + 2);
        return parts.length > PRODUCT ? Optional.of(parts[VENDOR] + ":" + parts[PRODUCT]) : Optional.empty();
    }

    /** The settings that mend a failure of this control, decided by this check. */
    public List<Setting> of(String control, Optional<String> check) {
        return settings.stream()
                .filter(setting -> setting.controls().contains(control)
                        || check.filter(setting.checks()::contains).isPresent())
                .toList();
    }
}
