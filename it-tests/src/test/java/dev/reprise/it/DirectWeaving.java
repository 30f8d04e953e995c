package dev.reprise.it;

import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
        Map<String, byte[]> inputs = classFiles(folder);
        KnownClasses known = new KnownClasses(inputs);
        for (Map.Entry<String, byte[]> file : inputs.entrySet()) {
            ClassBytes input = new ClassBytes(file.getKey().replace('.', '/'), file.getValue());
            Outcome outcome = CoroutineCompiler.compile(input, known);
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

    /** The class files below a folder by binary name. */
    static SortedMap<String, byte[]> classFiles(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace(".class", "");
            classes.put(name.replace('/', '.').replace('\\', '.'), Files.readAllBytes(file));
        }
        return classes;
    }
}
