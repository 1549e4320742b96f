// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A small file that is there whole or not at all, and on the disk: after any crash it is this one or the one before. */
final class SettledFile {
    private SettledFile() {}

    /** Whole even where the thread is interrupted, which would close a channel. */
    static void write(Path folder, String name, byte[] content) throws IOException {
        Path fresh = folder.resolve(name + ".new");
        try (FileOutputStream file = new FileOutputStream(fresh.toFile())) {
            file.write(content);
            file.getFD().sync();
        }
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
