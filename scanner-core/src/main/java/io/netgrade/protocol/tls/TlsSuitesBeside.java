// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Questions about the suites of one version that go beside its own {@linkplain TlsSuiteAsking line} while connections are
 * free. The list, in the order that is likely, is cut into stretches, and each is asked for by a line of its own, with all
 * behind it in the offer, so that an answer tells the order too; where it comes to a suite of the next stretch, that one goes
 * on from there. Then all that was not taken is offered, to be refused, and what is still open between the stretches is asked
 * as the line would come to it.
 */
final class TlsSuitesBeside {
    /** A list is cut into so many stretches at first, with the one that is left to the line itself. */
    private static final int STRETCHES = 4;

    /** Suites taken after which it is known which order is likely. */
    private static final int TELLING = 3;

    /** Common suites in a stretch of which half is worth a line of its own. */
    private static final int LONG_STRETCH = 6;

    /** So many questions are asked beside a line more than it has suites, and no more. */
    private static final int MOST_MORE = 20;

    private final TlsSuiteAsking line;
    private final TlsSuiteOrder known;
    /** By place: in the order of our offers, and in the usual one of servers. */
    private final long[] ours;

    private final long[] usual;
    private final BitSet common = new BitSet();
    private final List<BitSet> open = new ArrayList<>();
    /** Without the first, which is the line's. */
    private final List<Stretch> stretches = new ArrayList<>();

    private @Nullable BitSet offer;
    private boolean decided;
    private int asked;
    private boolean closing;

    /** Suites that follow each other in the order that is likely. */
    private final class Stretch {
        private List<Integer> places;
        private @Nullable BitSet asked;
        private boolean over;

        Stretch(List<Integer> places) {
            this.places = List.copyOf(places);
        }

        boolean isFree() {
            return asked == null && !over;
        }

        /** Common suites of which nothing is known. */
        int length() {
            int count = 0;
            for (int place : places) {
                count += common.get(place) && known.isOpen(place) ? 1 : 0;
            }
            return count;
        }

        /** Keeps what comes first, and gives the rest away. */
        Stretch halved() {
            List<Integer> unknown = places.stream().filter(known::isOpen).toList();
            int middle = places.indexOf(unknown.get(unknown.size() / 2));
            Stretch half = new Stretch(places.subList(middle, places.size()));
            places = List.copyOf(places.subList(0, middle));
            return half;
        }
    }

    /** @param suites all that the line asks for */
    TlsSuitesBeside(TlsSuiteAsking line, TlsSuiteOrder known, List<Integer> suites) {
        this.line = line;
        this.known = known;
        this.ours = new long[suites.size()];
        this.usual = new long[suites.size()];
        for (int place = 0; place < suites.size(); place++) {
            ours[place] = place;
            usual[place] = TlsUsualOrder.key(suites.get(place));
            common.set(place, TlsUsualOrder.isCommon(suites.get(place)));
        }
    }

    /** One of the lines that ask beside, with one question at a time. */
    TlsAsking one() {
        return new TlsAsking() {
            @Override
            public Optional<TlsQuestion> next() {
                return offer().map(line::offering);
            }

            @Override
            public void asked(TlsQuestion question) {
                BitSet offered = known.places(question.suites());
                stretches.stream()
                        .filter(stretch -> stretch.isFree() && offered.equals(offerOf(stretch)))
                        .findFirst()
                        .ifPresent(stretch -> stretch.asked = offered);
                open.add(offered);
                asked++;
                changed();
            }

            @Override
            public void heard(TlsAnswer answer) {
                BitSet offered = known.places(answer.question().suites());
                open.remove(offered);
                stretches.stream()
                        .filter(stretch -> offered.equals(stretch.asked))
                        .forEach(stretch -> stretch.asked = null);
                changed();
                line.heardBeside(answer, offered);
            }
        };
    }

    /** Whether what the line would ask next is being asked already: it has come to a stretch that is not its own. */
    boolean isAhead() {
        List<Integer> taken = line.taken();
        if (open.isEmpty() || closing || taken.isEmpty()) {
            return false;
        }
        int last = known.place(taken.get(taken.size() - 1));
        return stretches.stream().anyMatch(stretch -> stretch.places.contains(last));
    }

    /** Told that something is known, or asked, that was not before. */
    void changed() {
        decided = false;
    }

    private Optional<BitSet> offer() {
        if (!decided) {
            boolean wanted = line.goesOn() && line.taken().size() >= TELLING;
            offer = wanted && asked < known.acceptedCount() + MOST_MORE ? wanted() : null;
            decided = true;
        }
        return Optional.ofNullable(offer);
    }

    private @Nullable BitSet wanted() {
        if (stretches.isEmpty()) {
            cut();
        }
        for (Stretch stretch : stretches) {
            BitSet offered = stretch.isFree() ? offerOf(stretch) : null;
            if (offered != null && !isUnderWay(offered)) {
                return offered;
            }
        }
        Optional<Stretch> longest = stretches.stream()
                .filter(stretch -> !stretch.over && stretch.length() >= LONG_STRETCH)
                .max(Comparator.comparingInt(Stretch::length));
        if (longest.isPresent()) {
            Stretch half = longest.get().halved();
            stretches.add(stretches.indexOf(longest.get()) + 1, half);
            return offerOf(half);
        }
        return stretches.stream().allMatch(stretch -> stretch.over) ? last() : null;
    }

    /**
     * What is left of a stretch and all behind it, or null where the stretch is over. In front is what the line itself has
     * there and what is not taken as far as is known: a server may go by that (ChaCha20 there is a wish for it).
     */
    private @Nullable BitSet offerOf(Stretch stretch) {
        BitSet behind = new BitSet();
        stretches
                .subList(stretches.indexOf(stretch) + 1, stretches.size())
                .forEach(later -> later.places.forEach(behind::set));
        BitSet offered = (BitSet) behind.clone();
        stretch.places.forEach(offered::set);
        int next = known.taken(offered);
        while (next >= 0 && !behind.get(next)) {
            offered.clear(next);
            next = known.taken(offered);
        }
        if (next != TlsSuiteOrder.UNKNOWN) {
            stretch.over = true;
            return null;
        }
        BitSet left = line.left();
        offered.and(left);
        int first = left.nextSetBit(0);
        while (first >= 0 && known.isAccepted(first)) {
            first = left.nextSetBit(first + 1);
        }
        offered.set(first < 0 ? offered.nextSetBit(0) : first);
        return offered;
    }

    private void cut() {
        long[] keys = likely();
        List<Integer> all = line.left().stream()
                .filter(known::isOpen)
                .boxed()
                .sorted(Comparator.comparingLong(place -> keys[place]))
                .toList();
        int length = new Stretch(all).length();
        List<Integer> places = new ArrayList<>();
        int cuts = 0;
        int passed = 0;
        for (int place : all) {
            if (common.get(place) && passed++ * STRETCHES >= length * (cuts + 1)) {
                cuts++;
                keep(places, cuts);
                places.clear();
            }
            places.add(place);
        }
        keep(places, cuts + 1);
    }

    private void keep(List<Integer> places, int number) {
        if (number > 1) {
            stretches.add(new Stretch(places));
        }
    }

    /** All that was not taken; where that is refused, what is open between the stretches. */
    private @Nullable BitSet last() {
        BitSet rest = line.left();
        line.left().stream().filter(known::isAccepted).forEach(rest::clear);
        if (isUnderWay(rest)) {
            return null;
        }
        closing = known.taken(rest) != TlsSuiteOrder.UNKNOWN;
        return closing ? ahead() : rest;
    }

    /**
     * A question that the line comes to if the server goes on as is likely, and that is not asked yet. Of suites that are
     * known to follow each other it is the one about the last that tells of all.
     */
    private @Nullable BitSet ahead() {
        long[] keys = likely();
        BitSet left = line.left();
        while (known.taken(left) != TlsSuiteOrder.NONE) {
            BitSet wanted = (BitSet) left.clone();
            boolean told = known.taken(left) >= 0 || isUnderWay(wanted);
            int first = likeliest(left, keys);
            if (first < 0) {
                return null;
            }
            left.clear(first);
            int next = likeliest(left, keys);
            if (!told && (next < 0 || !known.isBefore(first, next))) {
                return wanted;
            }
        }
        return line.isRefused(left) || isUnderWay(left) ? null : left;
    }

    private int likeliest(BitSet left, long[] keys) {
        int next = known.taken(left);
        return next >= 0 ? next : known.likeliest(left, keys);
    }

    private boolean isUnderWay(BitSet wanted) {
        return open.contains(wanted) || line.isUnderWay(wanted);
    }

    /** The order of our offers, or the usual one of servers: whichever goes better with what is known. */
    private long[] likely() {
        return known.against(ours) <= known.against(usual) ? ours : usual;
    }
}
