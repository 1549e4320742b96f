// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

    private static final String PLAN = """
            schema: netgrade.plan/1
            operator: Example Telecom
            units:
              - id: dns-1
                title: "=Resolvers"
                type: dns-recursive
                required:
                  factors: {social-influence: {value: 3, reason: a province}, service-importance: 4, scale: 3}
                  reviewed: {on: 2026-11-10, by: experts}
                  evaluated: 2025-10-01
              - {id: old, required: {level: "2", reason: filed in 2024}}
              - {id: rest}
            """;

    @TempDir
    Path folder;

    @Test
    void showsEachStepAndWhatFollows() throws IOException {
        Ran ran = classify();

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("dns-1 =Resolvers  Domain name system, recursive (YD/T 2052-2009)")
                .contains("required level 3.2  by ydt-1729-2008 0.1.0, which computes 3.2")
                .contains("Social influence I = 3, Serious harm")
                .contains("(a province)")
                .contains("    log2(32/3), rounded half up to 1 decimal = 3.4\n")
                .contains("    V 1→3.1  2→3.1  3→3.2  [4→3.2]  5→4\n")
                .contains("filing within 30 days of the review, by 2026-12-10  MIIT Order 11 art. 8")
                .contains(
                        "evaluation every 12 months; last 2025-10-01; next by 2026-10-01  MIIT Order 11 art. 11\n    overdue\n")
                .contains("risk assessment every 12 months; none recorded; next by 2027-11-10")
                .contains("required level 2  declared: filed in 2024")
                .contains("\nrest\n  required level -\n")
                .contains("unverified (ydt-1729-2008) The formula, the equal weights");
    }

    @Test
    void overdueIsToldAsOfTheDayAskedFor() throws IOException {
        assertThat(classify("--as-of", "2026-10-01").out()).doesNotContain("overdue");
        assertThat(classify("--as-of", "2026-10-02").out()).contains("overdue");
    }

    @Test
    void jsonFitsItsSchema() throws IOException {
        Ran ran = classify("--format", "json");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("\"value\" : \"3.4\"", "\"due\" : \"2026-12-10\"", "\"overdue\" : true");
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("/schema/netgrade.classification-1.json"))) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
                            .validate(ran.out(), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void theFilingSheetHasARowForEachUnit() throws IOException {
        Ran ran = classify("--format", "csv", "--lang", "zh");

        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines()).hasSize(4);
        assertThat(ran.out())
                .startsWith("\uFEFF运营单位,网络单元,网络单元名称,")
                .contains("Example Telecom,dns-1,'=Resolvers,域名系统（递归）,YD/T 2052-2009,3.2,ydt-1729-2008 0.1.0")
                .contains("2026-11-10,experts,2026-12-10,2025-10-01,2026-10-01");
        Path book = folder.resolve("filing.xlsx");
        assertThat(classify("--format", "xlsx", "-o", book.toString()).code()).isZero();
        assertThat(Files.readAllBytes(book)).startsWith('P', 'K');
    }

    @Test
    void factorsMayBeOptions() {
        Ran ran = Ran.netgrade(
                TODAY, "classify", "--factor", "I=3", "--factor", "service-importance=4", "--factor", "R=3");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("required level 3.2  by ydt-1729-2008");
        assertThat(Ran.netgrade(
                                "classify",
                                "--method",
                                "gbt-22240-2020",
                                "--factor",
                                "business-information=social-order:serious",
                                "--factor",
                                "system-service=citizens:general")
                        .out())
                .contains("required level 3  by gbt-22240-2020");
    }

    @Test
    void weightsMayBeOptions() {
        assertThat(Ran.netgrade(
                                "classify",
                                "--factor",
                                "I=5",
                                "--factor",
                                "V=1",
                                "--factor",
                                "R=1",
                                "--weight",
                                "I=1",
                                "--weight",
                                "V=0",
                                "--weight",
                                "R=0")
                        .out())
                .contains("required level 5");
        Ran ran = Ran.netgrade("classify", "--factor", "I=5", "--factor", "V=1", "--factor", "R=1", "--weight", "I=1");
        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.said()).containsExactly("netgrade: classify: weights: service-importance is missing");
    }

    @Test
    void whatIsMissingOrWrongIsSaidInOneLine() throws IOException {
        assertThat(Ran.netgrade("classify").code()).isEqualTo(64);
        assertThat(classify("--factor", "I=3").code()).isEqualTo(64);
        Ran ran = Ran.netgrade("classify", "--factor", "I=3", "--factor", "V=4");
        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.said()).containsExactly("netgrade: classify: scale is missing");
        assertThat(Ran.netgrade("classify", "--factor", "I").said())
                .containsExactly("netgrade: --factor: \"I\" is not NAME=VALUE");
        assertThat(Ran.netgrade("classify", "--method", "ydt", "--factor", "I=3")
                        .said())
                .singleElement()
                .asString()
                .contains("method: \"ydt\" is not one of gbt-22240-2020, ydt-1729-2008");
    }

    private Ran classify(String... options) throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), PLAN);
        String[] all = new String[options.length + 2];
        all[0] = "classify";
        all[1] = plan.toString();
        System.arraycopy(options, 0, all, 2, options.length);
        return Ran.netgrade(TODAY, all);
    }
}
