// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.evidence.EvidenceWriter;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.AttemptLog;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Problem;
import io.netgrade.fact.Run;
import io.netgrade.fact.Sighting;
import io.netgrade.recog.RecogFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a run sees, keeps each fact with a few pieces of its evidence, and journals it at once where a journal is
 * kept. Bounded: what is beyond a bound is counted and becomes a {@link Problem}, never silence.
 *
 * <p>Safe for use by several threads.
 */
public final class Collector implements Closeable {
    /** Pieces of evidence kept for one fact of one service, from each eye. */
    static final int MOST_EVIDENCE = 5;

    /** Different facts of one type kept for one endpoint. */
    static final int MOST_FACTS = 1_000;

    /** Observations kept in all. */
    static final int MOST_OBSERVATIONS = 1_000_000;

    /** What this class's own problems are said of. */
    static final String INPUT = "evidence";

    private record SeenFact(Sighting service, Fact fact, Evidence.Source source) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof SeenFact seen
                    && source == seen.source
                    && fact.equals(seen.fact)
                    && service.equals(seen.service);
        }

        @Override
        public int hashCode() {
            return 31 * service.hashCode() + fact.hashCode();
        }
    }

    private record FactsOfEndpoint(Endpoint endpoint, String type) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof FactsOfEndpoint facts && type.equals(facts.type) && endpoint.equals(facts.endpoint);
        }

        @Override
        public int hashCode() {
            return 31 * endpoint.hashCode() + type.hashCode();
        }
    }

    private final Optional<EvidenceWriter> journal;
    private final Map<SeenFact, Integer> evidenceKept = new HashMap<>();
    private final Map<FactsOfEndpoint, Integer> factsKept = new HashMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private final AttemptLog attempts = new AttemptLog();
    private final List<CaptureCoverage> captures = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final RecogFolder fingerprints;
    private Optional<IOException> broken = Optional.empty();
    private long notKept;

    /**
     * @param journal closed with this collector
     */
    public Collector(Optional<EvidenceWriter> journal) {
        this(journal, RecogFolder.empty());
    }

    /** The same, asking the user's fingerprints of every text in which a service discloses what it is. */
    public Collector(Optional<EvidenceWriter> journal, RecogFolder fingerprints) {
        this.journal = journal;
        this.fingerprints = fingerprints;
    }

    public synchronized void observed(Observation seen) {
        take(seen);
        journalled(EvidenceWriter::settle);
    }

    /** As one by one, but that the journal is written once for all of them. */
    public synchronized void observed(List<Observation> seen) {
        seen.forEach(this::take);
        journalled(EvidenceWriter::settle);
    }

    private void take(Observation seen) {
        SeenFact key = new SeenFact(seen.service(), seen.fact(), seen.evidence().source());
        int kept = evidenceKept.getOrDefault(key, 0);
        if (kept >= MOST_EVIDENCE) {
            return;
        }
        if (kept == 0
                && !room(new FactsOfEndpoint(
                        seen.service().endpoint(), seen.fact().type()))) {
            notKept++;
            return;
        }
        evidenceKept.put(key, kept + 1);
        observations.add(seen);
        journalled(writer -> writer.observed(seen));
        if (kept == 0) {
            fingerprints.tells(seen).ifPresent(this::keep);
        }
    }

    /** What a fingerprint tells is not asked of fingerprints again. */
    private void keep(Observation told) {
        SeenFact key = new SeenFact(told.service(), told.fact(), told.evidence().source());
        if (evidenceKept.putIfAbsent(key, 1) == null
                && room(new FactsOfEndpoint(
                        told.service().endpoint(), told.fact().type()))) {
            observations.add(told);
            journalled(writer -> writer.observed(told));
        }
    }

    public synchronized void attempted(Attempt attempt) {
        attemptedAmongOthers(attempt);
        settle();
    }

    /** As one by one, but that the journal is written once for all of them, with {@link #settle}. */
    public synchronized void attemptedAmongOthers(Attempt attempt) {
        if (attempts.add(attempt)) {
            journalled(writer -> writer.attemptedLikeOthers(attempt));
        } else {
            journalled(writer -> writer.attempted(attempt));
        }
    }

    /** What was taken so far survives the end of the process from now on. */
    public synchronized void settle() {
        journalled(EvidenceWriter::settle);
    }

    public synchronized void captured(CaptureCoverage capture) {
        captures.add(capture);
        journalled(writer -> writer.captured(capture));
    }

    public synchronized void problem(Problem problem) {
        problems.add(problem);
        journalled(writer -> writer.problem(problem));
    }

    /** Takes what an earlier run collected, as it is; its place in the new run's journal included. */
    public synchronized void include(Collected earlier) {
        observed(earlier.observations());
        attempts.begins();
        earlier.attempts()
                .forEachAlike(group -> group.endpoints()
                        .forEach(endpoint -> group.history().attempts(endpoint).forEach(this::attemptedAmongOthers)));
        earlier.attempts().own().forEach(this::attemptedAmongOthers);
        attempts.begins();
        settle();
        earlier.captures().forEach(this::captured);
        earlier.problems().forEach(this::problem);
    }

    /** All that was collected, with the moment the collecting ended. */
    public synchronized Collected collected(Run run, Instant finished) {
        if (notKept > 0) {
            problem(new Problem(
                    INPUT,
                    "evidence: " + notKept + " facts beyond " + MOST_FACTS + " of one type at one endpoint (or "
                            + MOST_OBSERVATIONS + " in all) were not kept; name fewer inputs at a time",
                    false));
            notKept = 0;
        }
        Run ended = new Run(
                run.id(),
                run.toolVersion(),
                run.command(),
                run.started(),
                finished,
                run.vantage(),
                run.vantageDeclared());
        journalled(writer -> writer.finished(ended));
        return new Collected(ended, observations, attempts.attempts(), captures, problems);
    }

    /** Returns when all that was collected before is on the disk. Holds up nobody who collects. */
    public void force() throws IOException {
        if (journal.isPresent()) {
            settleAll(journal.get());
            journal.get().force();
        }
    }

    /** Where it fails, whoever collects next is told as well: what the file lacks then is never passed over. */
    private synchronized void settleAll(EvidenceWriter writer) throws IOException {
        try {
            writer.settleAll();
        } catch (IOException e) {
            broken = Optional.of(e);
            throw e;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (journal.isPresent()) {
            journal.get().close();
        }
    }

    private boolean room(FactsOfEndpoint facts) {
        int kept = factsKept.getOrDefault(facts, 0);
        if (kept >= MOST_FACTS || observations.size() >= MOST_OBSERVATIONS) {
            return false;
        }
        factsKept.put(facts, kept + 1);
        return true;
    }

    private void journalled(Entry entry) {
        if (journal.isPresent()) {
            try {
                if (broken.isPresent()) {
                    throw broken.get();
                }
                entry.writeTo(journal.get());
            } catch (IOException e) {
                throw new UncheckedIOException("the evidence file cannot be written: " + e.getMessage(), e);
            }
        }
    }

    private interface Entry {
        void writeTo(EvidenceWriter writer) throws IOException;
    }
}
