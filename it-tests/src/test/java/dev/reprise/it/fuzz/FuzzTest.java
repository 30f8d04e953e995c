package dev.reprise.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FuzzTest {

    /** First seed and the seed behind the last. */
    private static final String SEEDS = System.getProperty("fuzz.seeds", "0-180");

    private final Fuzzer fuzzer = new Fuzzer();

    @AfterEach
    void close() {
        fuzzer.close();
    }

    @Test
    void bothFormsOfEveryProgramDoTheSame() {
        long first = Long.parseLong(SEEDS.substring(0, SEEDS.indexOf('-')));
        long last = Long.parseLong(SEEDS.substring(SEEDS.indexOf('-') + 1));
        fuzzer.run(first, last);
        assertThat(smallest(fuzzer.failures)).isEmpty();
        assertThat(fuzzer.programs).as("accepted by javac").isGreaterThan((int) (last - first) * 98 / 100);
        assertThat(fuzzer.suspensions).as("suspensions").isGreaterThan(last - first);
    }

    @Test
    void everyFeatureOccurs() {
        Set<Feature> found = EnumSet.noneOf(Feature.class);
        for (int release : List.of(8, 11, 17, 21, 25)) {
            for (long seed = 0; seed < 600; seed++) {
                found.addAll(ProgramGenerator.of(seed, release).features());
            }
        }
        assertThat(found).containsExactly(Feature.values());
    }

    @Test
    void aSeedAlwaysMakesTheSameProgram() {
        assertThat(ProgramGenerator.of(42, 17).source(true))
                .isEqualTo(ProgramGenerator.of(42, 17).source(true));
        assertThat(ProgramGenerator.of(42, 17).source(true))
                .isNotEqualTo(ProgramGenerator.of(43, 17).source(true));
    }

    @Test
    void aDifferenceIsFoundAndTheRestLeftOut() {
        Node wrong = Node.statement("Gate.log(", new Node.Choice("\"a\"", "\"b\""), ");\n");
        Node root = Node.other(
                Node.member("int unused;\n"),
                Node.member(
                        new Node.Choice("public static Integer", "@Coroutine public static Async<Integer>"),
                        " start() {\n",
                        Node.statement("Gate.log(\"before\");\n"),
                        Node.statement("for (int i = 0; i < 3; i++) {\n", wrong, "}\n"),
                        Node.jumping(false, new Node.Choice("return 1;\n", "return Async.of(1);\n")),
                        "}\n"));
        Program program = new Program(0, "Wrong", Program.Family.ASYNC, Set.of(), root);

        List<Failure> found = fuzzer.check(List.of(Fuzzer.Sources.of(program)), List.of("-g")).stream()
                .flatMap(failure -> failure.stream())
                .toList();
        assertThat(found).extracting(Failure::kind).containsExactly("different");

        new Shrinker(fuzzer, new Fuzzer.Found(program, found.get(0), List.of("-g"))).shrink();
        assertThat(program.source(true))
                .contains("Gate.log(\"b\")")
                .doesNotContain("unused")
                .doesNotContain("before")
                .doesNotContain("for (");
    }

    private String smallest(Map<String, List<Fuzzer.Found>> failures) {
        return failures.values().stream()
                .map(found -> new Shrinker(fuzzer, found.get(0)).shrink())
                .map(found -> "seed " + found.program().seed() + ", javac " + found.options() + ": "
                        + found.failure().kind() + "\n" + found.failure().detail() + "\n"
                        + found.program().source(true))
                .reduce("", String::concat);
    }
}
