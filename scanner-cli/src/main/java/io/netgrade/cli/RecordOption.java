// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.probe.PacketTap;
import io.netgrade.scan.Recording;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --record}: a capture of what a probe exchanges. */
final class RecordOption {
    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Writes all that is sent and received to this new pcapng file, which only you may read: it"
                    + " holds what was sent, declared communities among it.")
    @Nullable
    private Path file;

    /** An open recording, or nothing that is closed as well. */
    record Opened(PacketTap tap, Closeable end) implements Closeable {
        @Override
        public void close() throws IOException {
            end.close();
        }
    }

    /**
     * @throws Refusal where the file exists already or cannot be made
     */
    Opened open(Console console) {
        if (file == null) {
            return new Opened(PacketTap.NONE, () -> {});
        }
        try {
            Recording recording = Recording.to(file, console::say);
            return new Opened(recording, recording);
        } catch (FileAlreadyExistsException e) {
            throw Refusal.usage("--record: " + file + " exists already; a recording is never written over");
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE, List.of("--record: " + file + ": the recording cannot be written: " + e));
        }
    }
}
