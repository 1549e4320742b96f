// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ike;

import java.util.List;
import java.util.stream.Stream;

/**
 * What netgrade offers for an association: each proposal is of algorithms of which a responder takes one of each kind. The
 * weak ones stand alone in their kind and beside all others in the other kinds, so that taking one shows that it is taken.
 *
 * @param version 1 or 2
 * @param proposals in the initiator's order
 * @param firstGroup whose public value goes with the first message of version 2; 0 for version 1, which sends none
 */
record IkeOffer(int version, List<Proposal> proposals, int firstGroup) {
    private static final List<Integer> STRONG_GROUPS = List.of(31, 19, 20, 21, 14, 15, 16);
    private static final List<Integer> WEAK_GROUPS = List.of(2, 5, 1, 22);
    private static final List<Integer> STRONG_HASHES = List.of(5, 6, 7);
    private static final List<Integer> STRONG_INTEGRITY = List.of(12, 13, 14);
    private static final List<Integer> WEAK_HASHES = List.of(2, 1);
    private static final List<Integer> NOTHING = List.of();

    /**
     * Numbers of IANA's registries, each list one kind. In version 1, {@code prf} are the hashes, {@code integrity} the
     * authentication methods.
     *
     * @param encryption number, and the key's length in bits in the upper half where there is one
     */
    record Proposal(List<Integer> encryption, List<Integer> prf, List<Integer> integrity, List<Integer> groups) {}

    private static int sized(int cipher, int bits) {
        return bits << 16 | cipher;
    }

    private static final List<Integer> AES = List.of(sized(12, 256), sized(12, 192), sized(12, 128));
    private static final List<Integer> COMBINED = List.of(sized(20, 256), sized(20, 192), sized(20, 128), 28);

    /** Ciphers, hashes and groups against which nothing is known. */
    static IkeOffer strong() {
        return new IkeOffer(
                2,
                List.of(
                        new Proposal(COMBINED, STRONG_HASHES, NOTHING, STRONG_GROUPS),
                        new Proposal(AES, STRONG_HASHES, STRONG_INTEGRITY, STRONG_GROUPS)),
                31);
    }

    /** 3DES, DES, Blowfish, and no encryption; any hash and group. */
    static IkeOffer weakCiphers() {
        return of(List.of(3, 2, sized(7, 128), 11), both(STRONG_HASHES, WEAK_HASHES), integrity(), groups(), 14);
    }

    /** SHA-1 and MD5; AES and any group. */
    static IkeOffer weakHashes() {
        return of(AES, WEAK_HASHES, WEAK_HASHES, groups(), 14);
    }

    /** 1,536 bits and less, and the group of RFC 5114 with 1,024; AES and any hash. */
    static IkeOffer weakGroups() {
        return of(AES, both(STRONG_HASHES, WEAK_HASHES), integrity(), WEAK_GROUPS, 2);
    }

    /** Version 1, main mode: AES with SHA-2, by a shared key or signatures. */
    static IkeOffer first() {
        return new IkeOffer(
                1,
                List.of(new Proposal(
                        List.of(sized(7, 256), sized(7, 128)), List.of(4, 6), List.of(1, 3), List.of(14, 19, 16))),
                0);
    }

    /** Version 1, main mode: what makes it weak in one way or in all. */
    static IkeOffer firstWeak() {
        return new IkeOffer(
                1,
                List.of(
                        new Proposal(List.of(sized(7, 128), 5), List.of(2, 1), List.of(1, 3), List.of(2, 5)),
                        new Proposal(List.of(1), List.of(1, 2), List.of(1), List.of(1, 2))),
                0);
    }

    private static IkeOffer of(
            List<Integer> encryption,
            List<Integer> prf,
            List<Integer> integrity,
            List<Integer> groups,
            int firstGroup) {
        return new IkeOffer(2, List.of(new Proposal(encryption, prf, integrity, groups)), firstGroup);
    }

    /** Whether a group is among those offered. */
    boolean offers(int group) {
        return proposals.stream().anyMatch(proposal -> proposal.groups().contains(group));
    }

    private static List<Integer> groups() {
        return both(STRONG_GROUPS, WEAK_GROUPS);
    }

    private static List<Integer> integrity() {
        return both(STRONG_INTEGRITY, WEAK_HASHES);
    }

    private static List<Integer> both(List<Integer> one, List<Integer> other) {
        return Stream.of(one, other).flatMap(List::stream).toList();
    }
}
