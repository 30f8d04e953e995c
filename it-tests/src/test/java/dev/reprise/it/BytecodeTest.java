package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.ClassNode;

/**
 * The classes of each {@code bytecode/<Name>.java} have the shape that {@code <Name>.txt} shows. They are compiled for
 * release 17, which every JDK compiles to the same instructions.
 */
class BytecodeTest {

    private static final Path CASES = Path.of("bytecode");

    @TempDir
    static Path folder;

    @BeforeAll
    static void compile() throws IOException {
        compile(Javac.withProcessor(), "woven");
        compile(Javac.withoutProcessor(), "plain");
    }

    @TestFactory
    Stream<DynamicTest> shapes() throws IOException {
        return names().stream()
                .map(name -> dynamicTest(
                        name, () -> Golden.of(CASES.resolve(name + ".txt")).check(listing(name))));
    }

    @TestFactory
    Stream<DynamicTest> noJumpEntersALoopExceptAtItsHeader() throws IOException {
        return names().stream()
                .map(name -> dynamicTest(
                        name,
                        () -> assertThat(JumpsIntoLoops.inClasses(wovenFiles(name)))
                                .isEmpty()));
    }

    @Test
    void aBodyWithoutSuspensionAllocatesWhatItsSourceAllocates() throws IOException {
        List<WovenBody> bodies = bodies("NoSuspension");
        assertThat(bodies).isNotEmpty();
        for (WovenBody body : bodies) {
            assertThat(WovenBody.allocations(body.plain())).isNotEmpty();
            assertThat(WovenBody.allocations(body.woven())).isEqualTo(WovenBody.allocations(body.plain()));
        }
    }

    private static List<String> listing(String name) throws IOException {
        List<String> text = new ArrayList<>();
        for (WovenBody body : bodies(name)) {
            body.listing().forEach(text::add);
            ClassNode frame = WovenBody.read(classFile("woven", body.frame()));
            text.add("frame " + frame.name + " extends " + frame.superName);
            frame.fields.forEach(field -> text.add("    field " + field.name + " " + field.desc));
            frame.methods.stream()
                    .filter(method -> method.name.startsWith("save"))
                    .forEach(method -> text.add("    " + method.name + " " + method.desc));
            text.add("");
        }
        return text;
    }

    private static List<WovenBody> bodies(String name) throws IOException {
        return WovenBody.in(classFile("woven", name), classFile("plain", name));
    }

    private static byte[] classFile(String kind, String name) throws IOException {
        return Files.readAllBytes(folder.resolve(kind).resolve(name + ".class"));
    }

    private static List<Path> wovenFiles(String name) throws IOException {
        try (ProgramLoader loader = new ProgramLoader(List.of(folder.resolve("woven")))) {
            return loader.files(name);
        }
    }

    private static void compile(Javac javac, String kind) throws IOException {
        List<Path> sources =
                names().stream().map(name -> CASES.resolve(name + ".java")).toList();
        Javac.Compilation compilation = javac.compile(folder.resolve(kind), sources, List.of("--release", "17", "-g"));
        assertThat(compilation.complaints()).as(compilation.report()).isEmpty();
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .sorted()
                    .toList();
        }
    }
}
