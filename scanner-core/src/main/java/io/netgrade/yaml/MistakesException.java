// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A file that the operator wrote is at fault; holds every mistake in it, in the order of the file. */
public final class MistakesException extends Exception {
    private final transient List<Mistake> mistakes;

    public MistakesException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
