// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.SoftwareNames;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an identification says of the software behind it; each part empty where it says nothing.
 *
 * <p>How known software begins its field is in {@code software.tsv}, where the longest beginning that fits is taken; of
 * others, a name and a version are told apart by the first separator in front of a digit.
 */
record SshSoftware(String product, String version, String cpe) {
    private static final List<SoftwareNames.Product> LISTED =
            SoftwareNames.read(SshSoftware.class, "software.tsv").products().stream()
                    .sorted(Comparator.comparing(
                            (SoftwareNames.Product listed) -> -listed.mark().length()))
                    .toList();

    static Optional<SshSoftware> of(SshIdentification identification) {
        String text = (identification.software() + " " + identification.comments()).strip();
        if (text.chars().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        return Optional.of(LISTED.stream()
                .filter(listed -> begins(text, listed.mark()))
                .findFirst()
                .map(listed -> known(listed, text))
                .orElseGet(() -> unknown(identification.software())));
    }

    Fact fact() {
        return CommonFacts.SOFTWARE.complete(orNull(product), orNull(version), orNull(cpe));
    }

    /** Whether the mark is there as a word of its own: {@code Go} is not the beginning of GoAnywhere. */
    private static boolean begins(String text, String mark) {
        if (!text.startsWith(mark)) {
            return false;
        }
        return text.length() == mark.length()
                || !Character.isLetter(mark.charAt(mark.length() - 1))
                || !Character.isLetter(text.charAt(mark.length()));
    }

    private static SshSoftware known(SoftwareNames.Product listed, String text) {
        String version = version(text.substring(listed.mark().length()));
        return new SshSoftware(listed.name(), version, cpe(listed.cpe(), version));
    }

    private static SshSoftware unknown(String software) {
        if (isDigit(software, 0)) {
            return new SshSoftware("", software, "");
        }
        for (int at = 1; at + 1 < software.length(); at++) {
            if ("_-/".indexOf(software.charAt(at)) >= 0 && isDigit(software, at + 1)) {
                return new SshSoftware(software.substring(0, at), software.substring(at + 1), "");
            }
        }
        return new SshSoftware(software, "", "");
    }

    /** The word that follows a name, without what parts the two; empty where it holds no digit. */
    private static String version(String rest) {
        int from = 0;
        while (from < rest.length() && "_-/. v".indexOf(rest.charAt(from)) >= 0) {
            from++;
        }
        int space = rest.indexOf(' ', from);
        String word = rest.substring(from, space < 0 ? rest.length() : space);
        return word.chars().anyMatch(c -> c >= '0' && c <= '9') ? word : "";
    }

    /** Only for versions of digits and dots, with OpenSSH's {@code p1} as the update. */
    private static String cpe(String product, String version) {
        int plain = 0;
        while (plain < version.length() && (version.charAt(plain) == '.' || isDigit(version, plain))) {
            plain++;
        }
        String update = version.substring(plain);
        boolean fits = plain > 0 && (update.isEmpty() || isPatch(update));
        return product.isEmpty() || !fits
                ? ""
                : "cpe:2.3:%s:%s:%s:*:*:*:*:*:*"
                        .formatted(product, version.substring(0, plain), update.isEmpty() ? "*" : update);
    }

    private static boolean isPatch(String update) {
        return update.length() > 1
                && update.charAt(0) == 'p'
                && update.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
