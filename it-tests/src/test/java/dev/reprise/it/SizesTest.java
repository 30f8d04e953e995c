package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The coroutines of {@code sizes/Shapes.java} grow by weaving as much as {@code sizes/Shapes.txt} says. They are compiled
 * for release 17, which every JDK compiles to the same instructions.
 */
class SizesTest {

    private static final Path SOURCE = Path.of("sizes", "Shapes.java");
    private static final Path TABLE = Path.of("sizes", "Shapes.txt");

    @TempDir
    Path folder;

    @Test
    void aSuspensionPointAddsAsManyBytesAsBefore() throws IOException {
        compile(Javac.withProcessor(), "woven");
        compile(Javac.withoutProcessor(), "plain");
        List<String> table = new ArrayList<>();
        table.add(AddedSize.HEAD);
        for (WovenBody body : WovenBody.in(classFile("woven", "Shapes"), classFile("plain", "Shapes"))) {
            table.add(AddedSize.of(body, classFile("woven", body.frame())).row());
        }
        Golden.of(TABLE).check(table);
    }

    private byte[] classFile(String kind, String name) throws IOException {
        return Files.readAllBytes(folder.resolve(kind).resolve(name + ".class"));
    }

    private void compile(Javac javac, String kind) {
        Javac.Compilation compilation =
                javac.compile(folder.resolve(kind), List.of(SOURCE), List.of("--release", "17", "-g"));
        assertThat(compilation.complaints()).as(compilation.report()).isEmpty();
    }
}
