// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import io.netgrade.fact.FactType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** Reads a few blocks of lines ahead side by side, and hands them out in their order. */
final class LinesAhead {
    private static final int MOST_AHEAD = 2 * Runtime.getRuntime().availableProcessors();

    private final LineBlocks blocks;
    private final Map<String, FactType> types;
    private final Queue<ForkJoinTask<BlockLines>> ahead = new ArrayDeque<>();
    private final Queue<LineReader> idle = new ConcurrentLinkedQueue<>();

    /** @param types the facts that are known, by id */
    LinesAhead(InputStream in, Map<String, FactType> types) {
        this.blocks = new LineBlocks(in, BlockLines.LONGEST_LINE);
        this.types = types;
    }

    /** Empty at the end of the file. */
    Optional<BlockLines> next() throws IOException {
        while (ahead.size() < MOST_AHEAD) {
            Optional<LineBlock> block = blocks.next();
            if (block.isEmpty()) {
                break;
            }
            ahead.add(ForkJoinPool.commonPool().submit(() -> read(block.get())));
        }
        return Optional.ofNullable(ahead.poll()).map(ForkJoinTask::join);
    }

    private BlockLines read(LineBlock block) {
        LineReader own = idle.poll();
        LineReader reader = own == null ? new LineReader(types) : own;
        BlockLines lines = BlockLines.read(block, reader);
        idle.add(reader);
        return lines;
    }
}
