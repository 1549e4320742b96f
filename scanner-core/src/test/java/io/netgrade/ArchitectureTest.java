// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Holds the import table of docs/architecture.md. */
@AnalyzeClasses(packages = "io.netgrade", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule wireStandsAlone = may("wire");

    @ArchTest
    static final ArchRule endpointStandsAlone = may("endpoint");

    @ArchTest
    static final ArchRule jsonStandsAlone = may("json");

    @ArchTest
    static final ArchRule fact = may("fact", "endpoint");

    @ArchTest
    static final ArchRule packet = may("packet", "wire", "endpoint");

    @ArchTest
    static final ArchRule capture = may("capture", "wire");

    @ArchTest
    static final ArchRule check = may("check", "fact", "endpoint");

    @ArchTest
    static final ArchRule protocols = may("protocol..", "protocol..", "wire", "endpoint", "fact", "check");

    @ArchTest
    static final ArchRule yamlStandsAlone = may("yaml");

    @ArchTest
    static final ArchRule classify = may("classify", "yaml");

    @ArchTest
    static final ArchRule expression = may("expression", "check", "fact", "yaml");

    @ArchTest
    static final ArchRule profile = may("profile", "classify", "expression", "check", "fact", "endpoint", "yaml");

    @ArchTest
    static final ArchRule evidence = may("evidence", "fact", "endpoint", "json");

    @ArchTest
    static final ArchRule recog = may("recog", "fact", "endpoint");

    @ArchTest
    static final ArchRule probe = may("probe", "protocol", "endpoint", "fact", "wire");

    @ArchTest
    static final ArchRule sctp = may("probe.sctp", "wire");

    @ArchTest
    static final ArchRule rawProbe =
            may("probe.raw", "probe", "probe.sctp", "capture", "packet", "protocol", "endpoint", "fact", "wire");

    @ArchTest
    static final ArchRule flow = may("flow", "protocol", "packet", "endpoint", "fact", "wire");

    @ArchTest
    static final ArchRule grade = may("grade", "classify", "profile", "check", "fact", "endpoint", "yaml");

    @ArchTest
    static final ArchRule report =
            may("report", "grade", "classify", "profile", "expression", "check", "fact", "endpoint", "yaml", "json");

    @ArchTest
    static final ArchRule scanDoesNotReport = noClasses()
            .that()
            .resideInAPackage("io.netgrade.scan")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netgrade.report");

    @ArchTest
    static final ArchRule protocolsDoNotKnowEachOther =
            slices().matching("io.netgrade.protocol.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule noPackageCircles =
            slices().matching("io.netgrade.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule oneDoorToNetty = oneDoor("io.netty..", "probe");

    @ArchTest
    static final ArchRule oneDoorToPcap4j = oneDoor("org.pcap4j..", "capture");

    @ArchTest
    static final ArchRule oneDoorToTheCLibrary = oneDoor("com.sun.jna..", "probe.raw");

    @ArchTest
    static final ArchRule oneDoorToZstandard = oneDoor("com.github.luben..", "capture");

    @ArchTest
    static final ArchRule oneDoorToXz = oneDoor("org.tukaani..", "capture");

    @ArchTest
    static final ArchRule oneDoorToYaml = oneDoor("org.snakeyaml..", "yaml");

    @ArchTest
    static final ArchRule oneDoorToExpressions = oneDoor("dev.cel..", "expression");

    @ArchTest
    static final ArchRule oneDoorToJson = oneDoor("tools.jackson..", "json");

    @ArchTest
    static final ArchRule oneDoorToTemplates = oneDoor("gg.jte..", "report");

    @ArchTest
    static final ArchRule theLibraryHasNoConsole =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule judgingReadsNoClock = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.netgrade.check",
                    "io.netgrade.classify",
                    "io.netgrade.grade",
                    "io.netgrade.profile",
                    "io.netgrade.yaml",
                    "io.netgrade.protocol..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");

    /** Of ours, the package may depend only on itself and on those. */
    private static ArchRule may(String own, String... others) {
        String[] allowed = Stream.concat(Stream.of(own), Arrays.stream(others))
                .map(name -> "io.netgrade." + name)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("io.netgrade." + own)
                .should(ArchConditions.onlyDependOnClassesThat(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(allowed)
                                .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                                        "io.netgrade.."))));
    }

    private static ArchRule oneDoor(String library, String door) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("io.netgrade." + door + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .as(List.of("io.netgrade." + door) + " is the only door to " + library)
                .allowEmptyShould(true);
    }
}
