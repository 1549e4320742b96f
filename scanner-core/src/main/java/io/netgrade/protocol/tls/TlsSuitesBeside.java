// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Questions about the suites of one version that go beside its own {@linkplain TlsSuiteAsking line} while connections are
 * free: first what is taken of parts of the list that do not overlap, each part by a line of its own; then the questions
 * that the line itself is likely to come to, many steps ahead.
 */
final class TlsSuitesBeside {
    /** A list is parted in so many at first. */
    private static final int PARTS = 6;

    /** Suites taken after which a list may be long enough to be parted. */
    private static final int LONG = 8;

    /** Common suites in a part of which half is worth a line of its own. */
    private static final int LONG_PART = 3;

    /** So many questions are asked beside a line more than it has suites, and no more. */
    private static final int MOST_MORE = 3 * PARTS;

    private final TlsSuiteAsking line;
    private final List<List<Integer>> open = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private int asked;

    /** Suites that are asked for by themselves, in the order that is likely. */
    private static final class Part {
        private List<Integer> suites;
        private List<Integer> asked = List.of();

        Part(List<Integer> suites) {
            this.suites = suites;
        }

        boolean isFree() {
            return asked.isEmpty() && !suites.isEmpty();
        }

        long common() {
            return suites.stream().filter(TlsUsualOrder::isCommon).count();
        }

        /** Keeps what is asked first, and gives the rest away. */
        Part halved() {
            int middle = suites.size() / 2;
            Part half = new Part(suites.subList(middle, suites.size()));
            suites = suites.subList(0, middle);
            return half;
        }
    }

    TlsSuitesBeside(TlsSuiteAsking line) {
        this.line = line;
    }

    /** One of the lines that ask beside, with one question at a time. */
    TlsAsking one() {
        return new TlsAsking() {
            @Override
            public Optional<TlsQuestion> next() {
                return line.known().flatMap(TlsSuitesBeside.this::offer).map(line::offering);
            }

            @Override
            public void asked(TlsQuestion question) {
                open.add(question.suites());
                asked++;
                line.known()
                        .ifPresent(known -> free(known)
                                .filter(part -> offerOf(part, known).equals(question.suites()))
                                .ifPresent(part -> part.asked = question.suites()));
            }

            @Override
            public void heard(TlsAnswer answer) {
                List<Integer> offered = answer.question().suites();
                open.remove(offered);
                parts.stream().filter(part -> part.asked.equals(offered)).forEach(part -> part.asked = List.of());
                line.heardBeside(answer);
            }
        };
    }

    private Optional<List<Integer>> offer(TlsSuiteOrder known) {
        if (line.taken().size() < LONG || asked >= known.accepted().size() + MOST_MORE) {
            return Optional.empty();
        }
        if (parts.isEmpty()) {
            part(known);
        }
        Optional<Part> free = free(known);
        boolean allFound = parts.stream().allMatch(part -> part.suites.isEmpty());
        return allFound ? ahead(known) : free.map(part -> offerOf(part, known));
    }

    /** A part that nothing is asked of; where there is none, half of a long one. */
    private Optional<Part> free(TlsSuiteOrder known) {
        parts.forEach(
                part -> part.suites = part.suites.stream().filter(known::isOpen).toList());
        return parts.stream().filter(Part::isFree).findFirst().or(this::half);
    }

    private Optional<Part> half() {
        Optional<Part> longest =
                parts.stream().max(Comparator.comparingLong(Part::common)).filter(part -> part.common() >= LONG_PART);
        Optional<Part> half = longest.map(Part::halved);
        half.ifPresent(parts::add);
        return half;
    }

    /**
     * A part in the order of the line's offers, behind one that it has in front and that is not taken as far as is known:
     * a server may go by what is in front (ChaCha20 there is a wish for it).
     */
    private List<Integer> offerOf(Part part, TlsSuiteOrder known) {
        Set<Integer> offered = new HashSet<>(part.suites);
        line.left().stream()
                .filter(suite -> !known.isAccepted(suite))
                .findFirst()
                .ifPresent(offered::add);
        return line.left().stream().filter(offered::contains).toList();
    }

    private void part(TlsSuiteOrder known) {
        List<Integer> all =
                line.left().stream().filter(known::isOpen).sorted(likely(known)).toList();
        long common = all.stream().filter(TlsUsualOrder::isCommon).count();
        List<Integer> part = new ArrayList<>();
        int weight = 0;
        for (int suite : all) {
            weight += TlsUsualOrder.isCommon(suite) ? 1 : 0;
            part.add(suite);
            if ((long) weight * PARTS > common * (parts.size() + 1)) {
                parts.add(new Part(part));
                part = new ArrayList<>();
            }
        }
        parts.add(new Part(part));
    }

    /**
     * A question that the line comes to if the server goes on as is likely, and that is not asked yet. Of suites that are
     * known to follow each other it is the one about the last that tells of all.
     */
    private Optional<List<Integer>> ahead(TlsSuiteOrder known) {
        Comparator<Integer> likely = likely(known);
        List<Integer> left = new ArrayList<>(line.left());
        while (known.taken(left) != TlsSuiteOrder.NONE) {
            List<Integer> offer = List.copyOf(left);
            boolean told = known.taken(left) >= 0 || isUnderWay(offer);
            Optional<Integer> first = likeliest(known, left, likely);
            if (first.isEmpty()) {
                return Optional.empty();
            }
            left.remove(first.get());
            boolean last = likeliest(known, left, likely)
                    .filter(next -> known.isBefore(first.get(), next))
                    .isEmpty();
            if (!told && last) {
                return Optional.of(offer);
            }
        }
        return line.isRefused(left) || isUnderWay(left) ? Optional.empty() : Optional.of(left);
    }

    private static Optional<Integer> likeliest(TlsSuiteOrder known, List<Integer> left, Comparator<Integer> likely) {
        int next = known.taken(left);
        return next >= 0 ? Optional.of(next) : known.candidates(left).stream().min(likely);
    }

    private boolean isUnderWay(List<Integer> offer) {
        return open.contains(offer) || line.isUnderWay(offer);
    }

    /** The order of our offers, or the usual one of servers: whichever goes better with what is known. */
    private static Comparator<Integer> likely(TlsSuiteOrder known) {
        Comparator<Integer> ours = known.offers();
        return known.against(ours) <= known.against(TlsUsualOrder.FIRST) ? ours : TlsUsualOrder.FIRST;
    }
}
