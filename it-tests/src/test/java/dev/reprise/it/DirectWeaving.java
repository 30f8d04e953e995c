package dev.reprise.it;

import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bytecode compiler, applied to class files that any compiler wrote. */
final class DirectWeaving {

    private DirectWeaving() {}

    /**
     * Weaves every class file below a folder, in place.
     *
     * @return how many had coroutines
     * @throws AssertionError if one is refused
     */
    static int weave(Path folder) throws IOException {
        int woven = 0;
        for (Path file : classFiles(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/').replace(".class", "");
            Outcome outcome = CoroutineCompiler.compile(new ClassBytes(name, Files.readAllBytes(file)));
            if (outcome instanceof Outcome.Refused refused) {
                throw new AssertionError(refused.problems().get(0).position() + ": "
                        + refused.problems().get(0).message());
            } else if (outcome instanceof Outcome.Woven classes) {
                woven++;
                for (ClassBytes each : classes.classes()) {
                    Files.write(folder.resolve(each.name() + ".class"), each.bytes());
                }
            }
        }
        return woven;
    }

    private static List<Path> classFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }
}
