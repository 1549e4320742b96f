// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** One real server with one configuration, not yet running. */
public interface LabServer {
    /** What messages and run folders call it, such as {@code openssh-weak}. */
    String name();

    /** The loopback address that it binds: another than the usual one where a server trusts who comes from its own. */
    default String address() {
        return Lab.LOOPBACK;
    }

    /**
     * Writes what the server reads (configuration, keys, content) into its run folder.
     *
     * @param place its folder, loopback address and port; new with every attempt
     */
    void prepare(Place place) throws IOException;

    /** The command inside the tree that runs the server in the foreground, logging to standard output or error. */
    List<String> command(Place place);

    /** Whether it is to be root inside the tree where {@link LabTree#allowsRoot} says so: only what logs users in. */
    default boolean rootIfPossible() {
        return false;
    }

    /** Whether the server answers now; asked again and again until it does or the time is up. */
    boolean answers(Place place) throws IOException;
}
