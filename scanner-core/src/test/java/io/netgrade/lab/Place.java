// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where one run of a server lives.
 *
 * @param tree the lab tree
 * @param folder the run folder as the test sees it
 * @param address the loopback address that the server binds
 * @param port the free port that it was given
 */
public record Place(LabTree tree, Path folder, String address, int port) {
    /** A file of the run folder as the server sees it, from inside the tree. */
    public String inside(String file) {
        return "/srv/" + folder.getFileName() + "/" + file;
    }

    /** Writes a file of the run folder, at most one folder deep; returns its path inside the tree. */
    public String write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        if (!Files.exists(path.getParent())) {
            Files.createDirectory(path.getParent());
            LabTree.give(path.getParent());
        }
        Files.writeString(path, content.endsWith("\n") ? content : content + "\n");
        LabTree.give(path);
        return inside(file);
    }

    /** Runs a command of the tree to its end, as the user that the server will be. */
    public String run(String... command) throws IOException {
        return tree.run(List.of(command));
    }
}
