// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.FutureTask;

/** The SHA-256 of a file, computed beside the reading of it. */
final class FileDigest {
    private static final int AT_A_TIME = 1 << 16;

    private final FutureTask<String> digest;

    private FileDigest(FutureTask<String> digest) {
        this.digest = digest;
    }

    /** Begins; a pipe or a device, which can be read only once, has none. */
    static FileDigest begin(Path file) {
        FutureTask<String> task = new FutureTask<>(() -> Files.isRegularFile(file) ? sha256(file) : "");
        Thread thread = new Thread(task, "sha256");
        thread.setDaemon(true);
        thread.start();
        return new FileDigest(task);
    }

    /** The same, waited for. */
    static String of(Path file) throws InterruptedException {
        return begin(file).hex();
    }

    /** Lower-case hex; empty where the file cannot be read to its end, which its reader reports. */
    String hex() throws InterruptedException {
        try {
            return digest.get();
        } catch (java.util.concurrent.ExecutionException unreadable) {
            return "";
        }
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] bytes = new byte[AT_A_TIME];
        try (InputStream stream = Files.newInputStream(file)) {
            for (int read = stream.read(bytes); read >= 0; read = stream.read(bytes)) {
                sha256.update(bytes, 0, read);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
