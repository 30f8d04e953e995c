package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every class of every program: all kinds of coroutines, in classes, interfaces and lambdas. */
class DeterminismTest {

    @TempDir
    Path folder;

    @Test
    void weavingAgainGivesTheSameBytesAndWeavingTheOutputChangesNothing() throws IOException {
        int newest = Runtime.version().feature();
        List<Path> sources = Program.below(Path.of("programs")).stream()
                .filter(program -> program.release() <= newest)
                .map(Program::file)
                .toList();
        Javac.Compilation compilation = Javac.withoutProcessor().compile(folder, sources, List.of("-g"));
        assertThat(compilation.success()).as(compilation.report()).isTrue();
        Map<String, byte[]> inputs = DirectWeaving.classFiles(folder);
        KnownClasses known = new KnownClasses(inputs);
        int woven = 0;
        for (Map.Entry<String, byte[]> file : inputs.entrySet()) {
            ClassBytes input = new ClassBytes(file.getKey().replace('.', '/'), file.getValue());
            Outcome first = CoroutineCompiler.compile(input, known);
            assertThat(first).as(input.name()).isNotInstanceOf(Outcome.Refused.class);
            if (first instanceof Outcome.Woven classes) {
                woven++;
                assertSame(classes, (Outcome.Woven) CoroutineCompiler.compile(input, known));
                classes.classes()
                        .forEach(each -> assertThat(CoroutineCompiler.compile(each, known))
                                .as(each.name() + " woven once more")
                                .isInstanceOf(Outcome.Unchanged.class));
            }
        }
        assertThat(woven).isGreaterThanOrEqualTo(sources.size());
    }

    private static void assertSame(Outcome.Woven first, Outcome.Woven second) {
        assertThat(second.classes()).extracting(ClassBytes::name).isEqualTo(names(first));
        for (int i = 0; i < first.classes().size(); i++) {
            ClassBytes expected = first.classes().get(i);
            assertThat(second.classes().get(i).bytes()).as(expected.name()).isEqualTo(expected.bytes());
        }
    }

    private static List<String> names(Outcome.Woven classes) {
        return classes.classes().stream().map(ClassBytes::name).toList();
    }
}
