// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A server to be asked by a test. */
interface Server {

    /** Holds one conversation on one connection. */
    Attempt.Status hold(Conversation conversation, List<Fact> stated);

    /** Everything that an inquiry states of the server, and how many connections it took. */
    default Asked ask(Inquiry inquiry) {
        List<String> questions = new ArrayList<>();
        for (Optional<Exchange> next = inquiry.next(); next.isPresent(); next = inquiry.next()) {
            List<Fact> stated = new ArrayList<>();
            Attempt.Status status = hold(next.get().conversations().get(0), stated);
            questions.add(next.get().question() + " " + status.id());
            inquiry.ended(next.get(), status, stated);
        }
        Fed.Facts facts = new Fed.Facts();
        inquiry.conclude(facts);
        return new Asked(facts, questions);
    }

    /** The same with so many connections at a time, which end in an order of chance; the first alone, as a probe does. */
    default Asked ask(Inquiry inquiry, int atOnce, Random chance) {
        List<Exchange> open = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        while (true) {
            while (open.size() < (questions.isEmpty() ? 1 : atOnce)) {
                Optional<Exchange> next = inquiry.next();
                if (next.isEmpty()) {
                    break;
                }
                open.add(next.get());
                if (questions.isEmpty()) {
                    break;
                }
            }
            if (open.isEmpty()) {
                break;
            }
            Exchange ended = open.remove(chance.nextInt(open.size()));
            List<Fact> stated = new ArrayList<>();
            Attempt.Status status = hold(ended.conversations().get(0), stated);
            questions.add(ended.question());
            inquiry.ended(ended, status, stated);
        }
        Fed.Facts facts = new Fed.Facts();
        inquiry.conclude(facts);
        return new Asked(facts, questions);
    }

    /** @param questions each with its ending, in order */
    record Asked(Fed.Facts facts, List<String> questions) {
        Fact fact(io.netgrade.fact.FactType type) {
            List<Fact> found = facts.of(type);
            if (found.size() != 1) {
                throw new AssertionError(type.id() + " was stated " + found.size() + " times: " + found);
            }
            return found.get(0);
        }

        Fact suites(String version) {
            return facts.of(TlsFacts.SUITES_ACCEPTED).stream()
                    .filter(fact -> fact.text("version").orElseThrow().equals(version))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no suites of " + version + " in " + facts.all));
        }
    }
}
