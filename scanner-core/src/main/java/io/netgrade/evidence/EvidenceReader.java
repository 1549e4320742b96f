// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import io.netgrade.fact.Collected;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Problem;
import io.netgrade.json.JsonFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an evidence file back. The last line of a file that is still growing, or whose writer was killed, may be cut: it
 * is left out and said so. Any other line that cannot be read makes the whole file unusable, as evidence with holes
 * proves nothing.
 */
public final class EvidenceReader {
    private final String file;
    private final Gathered gathered = new Gathered();
    private int number;

    private EvidenceReader(String file) {
        this.file = file;
    }

    /**
     * @param types the facts that are known, by id; facts of other types keep their moments as text
     * @throws EvidenceFault where a line is damaged or the file is no evidence file
     * @throws IOException where the file cannot be read
     */
    public static Collected read(Path file, Map<String, FactType> types) throws IOException, EvidenceFault {
        try (InputStream in = Files.newInputStream(file)) {
            return new EvidenceReader(file.toString()).read(new LinesAhead(in, types));
        }
    }

    private Collected read(LinesAhead ahead) throws IOException, EvidenceFault {
        boolean cut = false;
        for (Optional<BlockLines> next = ahead.next(); next.isPresent(); next = ahead.next()) {
            BlockLines lines = next.get();
            for (Line line : lines.lines()) {
                take(line);
            }
            if (lines.endless()) {
                throw new EvidenceFault(file + ":" + (number + 1) + ": not an evidence file: a line of more than "
                        + BlockLines.LONGEST_LINE + " bytes");
            }
            cut = lines.cut();
        }
        if (!gathered.begun()) {
            throw new EvidenceFault(file + ":1: not an evidence file: it does not begin with the line of a run");
        }
        if (cut) {
            problem("line " + (number + 1) + " is cut and was left out");
        } else if (!gathered.ended()) {
            problem("the run was interrupted: what it had collected is used");
        }
        return gathered.collected();
    }

    private void take(Line line) throws EvidenceFault {
        number++;
        try {
            line.into(gathered);
        } catch (JsonFault | IllegalArgumentException e) {
            throw new EvidenceFault(file + ":" + number + ": damaged evidence: " + e.getMessage());
        }
    }

    private void problem(String what) {
        gathered.problem(new Problem(file, file + ": " + what, false));
    }
}
