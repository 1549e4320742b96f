// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import io.netgrade.endpoint.Endpoint;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How everything tried has ended. Attempts that differ in nothing that matters are kept as histories that many endpoints
 * share, in a bit for each; all others, and the first thousand, as themselves. An endpoint's attempts are in their order:
 * those of its history, and then its own.
 */
public final class Attempts implements Iterable<Attempt> {
    private final List<Attempt> own;
    private final Set<Endpoint> owners;
    private final @Nullable HistoryTable table;
    private final List<History> histories;
    private final long alike;

    Attempts(List<Attempt> own, Set<Endpoint> owners, @Nullable HistoryTable table, List<History> histories) {
        this.own = List.copyOf(own);
        this.owners = Collections.unmodifiableSet(owners);
        this.table = table;
        this.histories = histories;
        this.alike = histories.stream().mapToLong(History::endpoints).sum();
    }

    /** Each as itself. */
    public static Attempts of(List<Attempt> attempts) {
        Set<Endpoint> owners = new HashSet<>();
        attempts.forEach(attempt -> owners.add(attempt.endpoint()));
        return new Attempts(attempts, owners, null, List.of());
    }

    /** The same histories, and of the attempts that are kept as themselves, those that stay. */
    public Attempts with(List<Attempt> some) {
        Set<Endpoint> left = new HashSet<>();
        some.forEach(attempt -> left.add(attempt.endpoint()));
        return new Attempts(some, left, table, histories);
    }

    /** Those that are kept as themselves, in the order in which they came. */
    public List<Attempt> own() {
        return own;
    }

    /** The histories that endpoints have. */
    public List<History> histories() {
        return histories.stream().filter(history -> history.endpoints() > 0).toList();
    }

    /** The endpoints that have histories, host by host as far as they came so. */
    public void forEachAlike(Consumer<Alike> action) {
        if (table != null) {
            table.forEach(action);
        }
    }

    /** The history of an endpoint that has one. */
    public Optional<History> historyOf(Endpoint endpoint) {
        int history = table == null ? -1 : table.of(endpoint);
        return history < 0 ? Optional.empty() : Optional.of(histories.get(history));
    }

    /** Whether anything was tried there. */
    public boolean tried(Endpoint endpoint) {
        return owners.contains(endpoint) || (table != null && table.of(endpoint) >= 0);
    }

    /** How many endpoints were tried. */
    public long endpoints() {
        return owners.size() + alike - ownersAlike().size();
    }

    /** The endpoints that have a history and attempts kept as themselves as well. */
    public List<Endpoint> ownersAlike() {
        List<Endpoint> both = new ArrayList<>();
        for (Endpoint owner : owners) {
            if (table != null && table.of(owner) >= 0) {
                both.add(owner);
            }
        }
        return both;
    }

    /** How many hosts have endpoints with histories: they are numbered from 0. */
    public int alikeHosts() {
        return table == null ? 0 : table.hosts();
    }

    /** A host by its number. */
    public InetAddress alikeHost(int number) {
        if (table == null) {
            throw new IndexOutOfBoundsException(number);
        }
        return table.host(number);
    }

    /** The number of a host; -1 where it has none. */
    public int alikeHost(InetAddress host) {
        return table == null ? -1 : table.numberOf(host);
    }

    /** The endpoints with attempts that are kept as themselves. */
    public Set<Endpoint> owners() {
        return owners;
    }

    public long size() {
        return own.size()
                + histories.stream()
                        .mapToLong(each -> each.endpoints() * each.length())
                        .sum();
    }

    public boolean isEmpty() {
        return own.isEmpty() && alike == 0;
    }

    /** All of them; the order among different endpoints is none. */
    public Stream<Attempt> stream() {
        if (table == null) {
            return own.stream();
        }
        Stream.Builder<Alike> groups = Stream.builder();
        table.forEach(groups);
        return Stream.concat(
                groups.build()
                        .flatMap(group ->
                                group.endpoints().flatMap(endpoint -> group.history().attempts(endpoint).stream())),
                own.stream());
    }

    @Override
    public Iterator<Attempt> iterator() {
        return stream().iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attempts attempts
                && own.equals(attempts.own)
                && new HashSet<>(shared()).equals(new HashSet<>(attempts.shared()));
    }

    @Override
    public int hashCode() {
        return own.hashCode();
    }

    @Override
    public String toString() {
        return stream().toList().toString();
    }

    private List<Attempt> shared() {
        List<Attempt> shared = new ArrayList<>();
        forEachAlike(group -> group.endpoints()
                .forEach(endpoint -> shared.addAll(group.history().attempts(endpoint))));
        return shared;
    }
}
