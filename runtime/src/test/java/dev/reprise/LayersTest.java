package dev.reprise;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which package may use which. Only the door and the frames use each other, because an {@link Async} is the frame of its
 * call.
 */
class LayersTest {
    private static final String DOOR = "dev.reprise";
    private static final String FRAME = "dev.reprise.frame";
    private static final String LOOP = "dev.reprise.loop";
    private static final String SYNC = "dev.reprise.sync";
    private static final String SEQUENCE = "dev.reprise.sequence";
    private static final String IO = "dev.reprise.io";
    private static final String TESTING = "dev.reprise.testing";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(DOOR);

    @Test
    void theMachineRoomUsesFramesOnly() {
        onlyUses(LOOP, FRAME);
    }

    @Test
    void framesUseTheDoorOnly() {
        onlyUses(FRAME, DOOR);
    }

    @Test
    void theDoorUsesFramesAndTheMachineRoom() {
        onlyUses(DOOR, FRAME, LOOP, SEQUENCE);
    }

    @Test
    void locksAndQueuesAreBuiltOnTheDoorAndFrames() {
        onlyUses(SYNC, DOOR, FRAME);
    }

    @Test
    void sequencesAreBuiltOnTheDoor() {
        onlyUses(SEQUENCE, DOOR, FRAME);
    }

    @Test
    void socketsAreBuiltOnTheDoorAndTheMachineRoom() {
        onlyUses(IO, DOOR, FRAME, LOOP);
    }

    @Test
    void testToolsAreBuiltOnTheDoorAndTheMachineRoom() {
        onlyUses(TESTING, DOOR, LOOP);
    }

    @Test
    void everyPackageHasItsPlaceInTheseRules() {
        classes()
                .should()
                .resideInAnyPackage(DOOR, FRAME, LOOP, SEQUENCE, SYNC, IO, TESTING)
                .check(CLASSES);
    }

    /** Fails if a class of {@code room} uses more than itself, {@code others}, the JDK and the nullness annotations. */
    private static void onlyUses(String room, String... others) {
        String[] allowed = Stream.concat(
                        Stream.of(room, "java..", "javax.net.ssl", "org.jspecify.annotations"), Arrays.stream(others))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
