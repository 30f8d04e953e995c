package dev.reprise.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The arrows of the package documentation. */
class LayersTest {
    private static final String ROOT = "dev.reprise.processor";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theBytecodeCompilerKnowsNothingOfJavac() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".compiler..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax..", "com.sun..", ROOT + ".javac", ROOT + ".check", ROOT + ".source", "com.palantir.."));
    }

    @Test
    void theCompilersPassesOnlyLookBack() {
        String compiler = ROOT + ".compiler.";
        check(noClasses()
                .that()
                .resideInAPackage(compiler + "read..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(compiler + "analyse..", compiler + "lower..", compiler + "emit.."));
        check(noClasses()
                .that()
                .resideInAPackage(compiler + "analyse..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(compiler + "lower..", compiler + "emit.."));
        check(noClasses()
                .that()
                .resideInAPackage(compiler + "lower..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(compiler + "emit.."));
    }

    @Test
    void readingAndCheckingSourcesNeedsNoBytecode() {
        check(noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".source", ROOT + ".check")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.objectweb.asm..", ROOT + ".compiler..", ROOT + ".javac"));
    }

    @Test
    void theRoomsOfJavacAndOfEcjCallTheCompilerByItsDoorOnly() {
        check(noClasses()
                .that()
                .resideInAnyPackage(ROOT, ROOT + ".javac", ROOT + ".ecj")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".compiler.read..",
                        ROOT + ".compiler.analyse..",
                        ROOT + ".compiler.lower..",
                        ROOT + ".compiler.emit.."));
    }

    @Test
    void facadesAreWrittenUnderAnyCompiler() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".facade")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun..", "org.objectweb.asm..", ROOT + ".compiler..", ROOT + ".javac"));
    }

    @Test
    void insideEcjNothingOfJavacIsNeeded() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".ecj")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun..", "org.eclipse..", ROOT + ".javac", ROOT + ".check"));
    }

    @Test
    void nothingOfJavacsInsidesIsUsed() {
        check(noClasses().should().dependOnClassesThat().resideInAPackage("com.sun.tools.."));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
