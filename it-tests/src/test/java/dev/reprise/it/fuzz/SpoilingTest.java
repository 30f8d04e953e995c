package dev.reprise.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The comparison notices mistakes of a compiler. Not in every program: one mistake is made at one random place, and much
 * of a random program does not run.
 */
class SpoilingTest {

    private static final Dialect DIALECT = Dialect.of(0);

    private static final Fuzzer FUZZER = new Fuzzer();

    private static final List<Program> PROGRAMS = LongStream.range(0, 60)
            .filter(seed -> seed % 10 < 7)
            .mapToObj(seed -> ProgramGenerator.of(seed, DIALECT.release()))
            .toList();

    private static final Javac.Compiled COMPILED =
            FUZZER.compile(PROGRAMS.stream().map(Fuzzer.Sources::of).toList(), DIALECT.options());

    @AfterAll
    static void close() {
        FUZZER.close();
    }

    @ParameterizedTest
    @EnumSource
    void aMistakeMadeInFortyProgramsIsNoticed(Spoiling.Mistake mistake) {
        int spoiled = 0;
        int noticed = 0;
        for (Program program : PROGRAMS) {
            Spoiling spoiling = new Spoiling(mistake, program.seed());
            boolean isNoticed =
                    Verdict.of(program, COMPILED.classes(), spoiling).find().isPresent();
            spoiled += spoiling.done ? 1 : 0;
            noticed += isNoticed ? 1 : 0;
        }
        assertThat(spoiled).as("programs with a mistake").isGreaterThan(20);
        assertThat(noticed).as("programs that notice it").isPositive();
    }
}
