// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two facts of one type about one service, one from each eye. */
record FactPair(Fact captured, Fact probed) {

    /** Whether what each says can be true together: a part may be of the other's whole. */
    boolean agrees() {
        return captured.value().isEmpty() == probed.value().isEmpty()
                && differing().isEmpty();
    }

    /** The fields that both have, and that cannot be of the same. */
    Set<String> differing() {
        Set<String> differing = new LinkedHashSet<>();
        captured.value().forEach((field, value) -> {
            Object other = probed.value().get(field);
            if (other != null && !fits(value, other)) {
                differing.add(field);
            }
        });
        return differing;
    }

    /** In how many fields they are alike. */
    int alike() {
        int alike = 0;
        for (String field : captured.value().keySet()) {
            alike += captured.value().get(field).equals(probed.value().get(field)) ? 1 : 0;
        }
        return alike;
    }

    /**
     * Whether they are about the same thing, so that what differs is a contradiction.
     *
     * @param only whether neither eye tells another fact of the type there
     */
    boolean isOfOneThing(boolean only) {
        Optional<String> name = name(captured.type());
        if (name.isPresent()) {
            Optional<Object> one = captured.field(name.get());
            Optional<Object> other = probed.field(name.get());
            return (one.isPresent() && one.equals(other)) || (only && captured.is(CommonFacts.SOFTWARE));
        }
        if (captured.is(CommonFacts.GREETING)) {
            return only;
        }
        if (captured.complete() && probed.complete()) {
            return only || textsFit();
        }
        return (captured.complete() || probed.complete()) && textsFit();
    }

    private boolean textsFit() {
        for (String field : captured.value().keySet()) {
            if (captured.value().get(field) instanceof String one
                    && probed.value().get(field) instanceof String other
                    && !one.equals(other)) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Object one, Object other) {
        if (!(one instanceof List<?> mine) || !(other instanceof List<?> theirs)) {
            return one.equals(other);
        }
        if (!captured.complete()) {
            return !probed.complete() || new HashSet<Object>(theirs).containsAll(mine);
        }
        return probed.complete()
                ? new HashSet<Object>(mine).equals(new HashSet<Object>(theirs))
                : new HashSet<Object>(mine).containsAll(theirs);
    }

    /** The field by which facts of a type are told apart where a service has several. */
    private static Optional<String> name(String type) {
        if (type.equals(CommonFacts.SOFTWARE.id())) {
            return Optional.of("product");
        }
        if (type.endsWith(".certificate")) {
            return Optional.of("position");
        }
        return type.equals("ssh.host-key") ? Optional.of("type") : Optional.empty();
    }
}
