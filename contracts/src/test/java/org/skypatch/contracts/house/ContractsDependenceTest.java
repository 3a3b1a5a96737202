package org.skypatch.contracts.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ContractsDependenceTest {

    private static final ArchRule JDK_AND_ANNOTATIONS = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "", "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..", "org.skypatch.contracts..")
            .because("everything depends on the contracts: what they need, everything needs");

    @Test
    void depends_on_the_JDK_and_annotations_only() {
        JavaClasses contracts = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.skypatch.contracts");

        assertThat(contracts).isNotEmpty();
        JDK_AND_ANNOTATIONS.check(contracts);
    }

    @Test
    void finds_a_contract_that_needs_more_guilty() {
        JavaClasses guilty = new ClassFileImporter().importPackages("org.skypatch.guilty.purity");

        assertThat(JDK_AND_ANNOTATIONS.evaluate(guilty).hasViolation()).isTrue();
    }
}
