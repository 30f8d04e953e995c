package dev.reprise.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The quick tests of one library; all tests of the libraries that the system property {@code foreign} names. */
class ForeignCodeTest {

    private static final String NAMED = System.getProperty("foreign", "");

    @TestFactory
    Stream<DynamicTest> theTestsOfALibraryFindNoDifferenceWhenItSuspendsEverywhere() throws IOException {
        if (NAMED.isEmpty()) {
            Library library = Library.named("commons-codec").quick();
            return Stream.of(dynamicTest(library.name(), () -> prove(library)));
        }
        return Stream.of(NAMED.split(",")).map(name -> dynamicTest(name, () -> prove(Library.named(name))));
    }

    private static void prove(Library library) throws Exception {
        Proof proof = Proof.of(library);

        assertThat(proof.unlinked).as("classes that the JVM refuses").isEmpty();
        assertThat(proof.differences).as("tests that end otherwise").isEmpty();
        assertThat(proof.census.refused).as("methods that the compiler refuses").isEmpty();
        assertThat(proof.census.wovenMethods).isGreaterThan(700);
        assertThat(proof.plain.count("successful")).isGreaterThan(600);
        assertThat(proof.woven.suspensions()).isGreaterThan(1_000_000);
    }
}
