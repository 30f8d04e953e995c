package dev.reprise.processor.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.Compiled;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import dev.reprise.processor.compiler.Supertypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

class TestMethodTest {

    private static final Supertypes WITH_MODULE =
            name -> name.equals(TestMethod.RUNNER) ? Optional.of(List.of("java/lang/Object")) : Optional.empty();

    private static final String SAMPLE = """
            import static dev.reprise.Async.*;
            import dev.reprise.*;
            class Sample {
                @org.junit.jupiter.api.Test
                @Coroutine Async<Integer> m(long a, String b) { return of(await(of(1))); }
                @Coroutine Async<Integer> helper() { return of(await(of(1))); }
            }
            """;

    private static final String ANNOTATION = """
            package org.junit.jupiter.api;
            @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
            public @interface Test {}
            """;

    @TempDir
    Path directory;

    private ClassNode woven(Supertypes supertypes) throws IOException {
        Path annotation = directory.resolve("sources/org/junit/jupiter/api/Test.java");
        Files.createDirectories(annotation.getParent());
        Files.writeString(annotation, ANNOTATION);
        Compiled input = Compiled.source(
                directory,
                "Sample",
                SAMPLE,
                "-sourcepath",
                directory.resolve("sources").toString());
        Outcome outcome = CoroutineCompiler.compile(input.bytes(), supertypes);
        ClassBytes rewritten = ((Outcome.Woven) outcome).rewritten();
        ClassNode node = new ClassNode();
        new ClassReader(rewritten.bytes()).accept(node, 0);
        return node;
    }

    private static MethodNode method(ClassNode owner, String name, String descriptor) {
        return owner.methods.stream()
                .filter(method -> method.name.equals(name) && method.desc.equals(descriptor))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> annotations(MethodNode method) {
        return method.visibleAnnotations.stream()
                .map((AnnotationNode annotation) -> annotation.desc)
                .toList();
    }

    @Test
    void aMethodWithoutAResultTakesOverNameAndAnnotations() throws IOException {
        ClassNode owner = woven(WITH_MODULE);
        MethodNode test = method(owner, "m", "(JLjava/lang/String;)V");
        assertThat(annotations(test)).containsExactly("Lorg/junit/jupiter/api/Test;");
        assertThat(test.access & Opcodes.ACC_SYNTHETIC).isZero();
        MethodNode coroutine = method(owner, "m$coroutine", "(JLjava/lang/String;)Ldev/reprise/Async;");
        assertThat(annotations(coroutine)).containsExactly("Ldev/reprise/Coroutine;");
        assertThat(coroutine.access & Opcodes.ACC_SYNTHETIC).isNotZero();
    }

    @Test
    void aCoroutineThatIsNoTestStaysAsItIs() throws IOException {
        assertThat(annotations(method(woven(WITH_MODULE), "helper", "()Ldev/reprise/Async;")))
                .containsExactly("Ldev/reprise/Coroutine;");
    }

    @Test
    void withoutTheModuleForJUnitEverythingStaysAsItIs() throws IOException {
        MethodNode coroutine = method(woven(Supertypes.UNKNOWN), "m", "(JLjava/lang/String;)Ldev/reprise/Async;");
        assertThat(annotations(coroutine))
                .containsExactlyInAnyOrder("Ldev/reprise/Coroutine;", "Lorg/junit/jupiter/api/Test;");
    }
}
