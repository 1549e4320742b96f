// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.profile.ResultForm.Deductions;
import io.netgrade.profile.ResultForm.Marks;
import io.netgrade.profile.ResultForm.Risk;
import io.netgrade.profile.ResultForm.Verdict;
import io.netgrade.yaml.Spelling;
import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads how report templates come to a result: {@code result-forms.yml}. Its format stands in profiles/README.md. */
final class ResultFormReader {
    static final String FILE = "result-forms.yml";

    private static final List<String> KINDS = List.of("deductions", "conformity-rate");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<String> levels;

    ResultFormReader(List<Level> levels) {
        this.levels = levels.stream().map(Level::id).toList();
    }

    ResultForms read(YamlMap file) {
        file.allow("schema", "items", "forms");
        file.schema("netgrade.result-forms/1");
        file.require("items");
        file.requireSome("forms");
        ResultForms.Items items =
                file.map("items").map(this::items).orElse(new ResultForms.Items("", Map.of(), Set.of(), Set.of()));
        Set<String> ids = new HashSet<>();
        List<ResultForm> forms = new ArrayList<>();
        for (YamlMap entry : file.maps("forms")) {
            ResultForm form = form(entry);
            forms.add(form);
            if (entry.has("id") && !ids.add(form.id())) {
                entry.complain("id", "form " + form.id() + " is there twice");
            }
        }
        return new ResultForms(items, forms);
    }

    private ResultForms.Items items(YamlMap map) {
        map.allow("standard", "chapters", "technical", "management");
        map.requireSome("chapters");
        map.requireSome("technical");
        map.requireSome("management");
        Map<String, String> chapters = new LinkedHashMap<>();
        map.map("chapters").ifPresent(each -> {
            each.allowAll(levels);
            each.keys().forEach(level -> each.text(level).ifPresent(chapter -> chapters.put(level, chapter)));
        });
        return new ResultForms.Items(
                map.needed("standard").orElse(""),
                chapters,
                Set.copyOf(map.texts("technical")),
                Set.copyOf(map.texts("management")));
    }

    private static ResultForm form(YamlMap map) {
        map.allow(
                "id",
                "title",
                "kind",
                "verified",
                "note",
                "mandatory-after",
                "marks",
                "balance",
                "factors",
                "verdicts");
        map.require("kind");
        map.require("verified");
        map.require("marks");
        map.requireSome("verdicts");
        Optional<String> kind = map.choice("kind", KINDS);
        kind.filter("conformity-rate"::equals)
                .ifPresent(rate -> Stream.of("balance", "factors")
                        .filter(map::has)
                        .forEach(key -> map.complain(key, key + " has no place in a form with kind: " + rate)));
        Optional<Deductions> deductions = kind.filter("deductions"::equals).map(any -> deductions(map));
        Optional<Text> note = map.has("note") ? Optional.of(map.bilingual("note")) : Optional.empty();
        return new ResultForm(
                map.needed("id").orElse(""),
                map.bilingual("title"),
                map.flag("verified", false),
                note,
                map.text("mandatory-after", ReleaseReader::day),
                map.map("marks")
                        .map(ResultFormReader::marks)
                        .orElse(new Marks(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO)),
                deductions,
                verdicts(map));
    }

    private static Marks marks(YamlMap map) {
        map.allow("met", "partial", "not-met");
        Marks marks = new Marks(share(map, "met"), share(map, "partial"), share(map, "not-met"));
        if (marks.met().compareTo(marks.partial()) < 0 || marks.partial().compareTo(marks.notMet()) < 0) {
            map.complain(
                    "met",
                    "what is met counts no less than what is met in part, and that no less than what is not met");
        }
        return marks;
    }

    private static Deductions deductions(YamlMap map) {
        map.requireSome("factors");
        List<BigDecimal> factors = new ArrayList<>();
        map.map("factors").ifPresent(each -> {
            each.allow("general", "important", "key");
            each.keys().forEach(key -> each.text(key, ResultFormReader::number).ifPresent(factors::add));
        });
        BigDecimal least = factors.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ONE);
        BigDecimal most = factors.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
        return new Deductions(share(map, "balance"), least, most);
    }

    /** Each bound below the one before, so that the first that holds is the best. */
    private static List<Verdict> verdicts(YamlMap form) {
        List<Verdict> verdicts = new ArrayList<>();
        List<YamlMap> entries = form.maps("verdicts");
        for (YamlMap entry : entries) {
            Verdict verdict = verdict(entry);
            boolean last = verdicts.size() == entries.size() - 1;
            if (last != (verdict.bound().isEmpty() && verdict.without().isEmpty())) {
                entry.complain("id", "the last verdict, and only the last, holds of everything else");
            } else if (!last && !fallsBelow(verdicts, verdict)) {
                entry.complain("id", "a verdict but the last has a bound, below that of the verdict before it");
            }
            verdicts.add(verdict);
        }
        return verdicts;
    }

    private static boolean fallsBelow(List<Verdict> before, Verdict verdict) {
        Optional<BigDecimal> last = before.isEmpty()
                ? Optional.of(HUNDRED.add(BigDecimal.ONE))
                : before.get(before.size() - 1).bound();
        return last.isPresent()
                && verdict.bound()
                        .filter(bound -> bound.compareTo(last.get()) < 0)
                        .isPresent();
    }

    private static Verdict verdict(YamlMap entry) {
        entry.allow("id", "title", "above", "at-least", "no-risk");
        if (entry.has("above") && entry.has("at-least")) {
            entry.complain("above", "a verdict has above or at-least, not both");
        }
        Optional<BigDecimal> above = entry.text("above", ResultFormReader::number);
        Set<Risk> without = entry
                .choices("no-risk", Arrays.stream(Risk.values()).map(Risk::id).toList())
                .stream()
                .map(id -> Risk.valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toSet());
        return new Verdict(
                entry.needed("id").orElse(""),
                entry.bilingual("title"),
                above.or(() -> entry.text("at-least", ResultFormReader::number)),
                above.isPresent(),
                without);
    }

    private static BigDecimal share(YamlMap map, String key) {
        map.require(key);
        return map.text(key, ResultFormReader::share).orElse(BigDecimal.ZERO);
    }

    private static BigDecimal share(String text) {
        if (!text.matches("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?")) {
            throw new IllegalArgumentException("\"" + Spelling.shortened(text) + "\" is not from 0 to 1");
        }
        return new BigDecimal(text);
    }

    /** Of points, of a rate in per cent, or how often an item counts. */
    private static BigDecimal number(String text) {
        if (!text.matches("[0-9]{1,2}|100")) {
            throw new IllegalArgumentException("\"" + Spelling.shortened(text) + "\" is not from 0 to 100");
        }
        return new BigDecimal(text);
    }
}
