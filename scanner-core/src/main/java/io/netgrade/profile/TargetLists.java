// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.endpoint.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Reads the files with targets that a plan names with {@code @} before their name. */
@FunctionalInterface
public interface TargetLists {
    /** @param mistakes told each thing that is wrong, and its line, 0 where it has none */
    List<Target> read(Path file, ObjIntConsumer<String> mistakes);
}
