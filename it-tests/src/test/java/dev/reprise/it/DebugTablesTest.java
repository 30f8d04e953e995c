package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeAnnotationNode;

/** What a class file says about a method beside its code is still there when the method has become a coroutine. */
class DebugTablesTest {

    private static final String SOURCE = """
            import static dev.reprise.Async.await;
            import dev.reprise.*;
            import java.io.IOException;
            import java.lang.annotation.*;
            import java.util.*;

            class Annotated<E> {
                @Target({ElementType.TYPE_USE, ElementType.PARAMETER}) @Retention(RetentionPolicy.RUNTIME)
                @interface Kept { String value() default ""; }

                @Deprecated
                @Coroutine
                <T extends Comparable<T>> Async<@Kept("result") List<T>> work(
                        @Kept("first") List<? extends T> items, final int count, E... rest) throws IOException {
                    @Kept("local") Map<String, T> found = new HashMap<>();
                    long total = 0;
                    for (@Kept("item") T item : items) {
                        total += await(Async.of(1));
                        found.put("", item);
                    }
                    try {
                        await(Async.of(new @Kept("new") ArrayList<@Kept("argument") String>()));
                    } catch (@Kept("caught") IllegalStateException e) {
                        System.out.println(e);
                    }
                    System.out.println(total);
                    return Async.of(new ArrayList<>(found.values()));
                }
            }
            """;

    @TempDir
    static Path folder;

    private static ClassNode woven;
    private static ClassNode plain;
    private static ProgramLoader loader;

    @BeforeAll
    static void compile() throws IOException {
        woven = compile(Javac.withProcessor(), "woven");
        plain = compile(Javac.withoutProcessor(), "plain");
        loader = new ProgramLoader(List.of(folder.resolve("woven")));
    }

    @Test
    void theKickOffKeepsItsDeclaration() throws ReflectiveOperationException {
        Method method = Arrays.stream(Class.forName("Annotated", true, loader).getDeclaredMethods())
                .filter(each -> each.getName().equals("work") && !each.isSynthetic())
                .findFirst()
                .orElseThrow();
        assertThat(method.toGenericString())
                .contains("<T extends java.lang.Comparable<T>>", "dev.reprise.Async<", "java.util.List<? extends T>")
                .contains("E...", "throws java.io.IOException");
        assertThat(method.getAnnotations())
                .extracting(Annotation::annotationType)
                .contains(Deprecated.class);
        assertThat(method.isVarArgs()).isTrue();
        assertThat(method.getParameters())
                .allMatch(Parameter::isNamePresent)
                .extracting(Parameter::getName)
                .containsExactly("items", "count", "rest");
        assertThat(method.getParameters()[1].getModifiers()).isEqualTo(Opcodes.ACC_FINAL);
        assertThat(method.getParameterAnnotations()[0]).hasSize(1);
        assertThat(method.getParameterAnnotations()[0][0].toString()).contains("first");
        assertThat(method.getAnnotatedReturnType().toString()).contains("result");
        assertThat(method.getAnnotatedParameterTypes()[0].toString()).contains("first");
    }

    @Test
    void theKickOffNamesItsParameters() {
        assertThat(kickOff(woven).localVariables)
                .extracting(variable -> variable.name + " " + variable.desc + " " + variable.signature)
                .containsExactlyInAnyOrderElementsOf(kickOff(plain).localVariables.stream()
                        .filter(variable -> variable.index < 4)
                        .map(variable -> variable.name + " " + variable.desc + " " + variable.signature)
                        .toList());
    }

    @Test
    void theBodyNamesItsVariablesWithTheirGenericTypes() {
        assertThat(body().localVariables.stream().map(DebugTablesTest::text).distinct())
                .containsExactlyInAnyOrderElementsOf(kickOff(plain).localVariables.stream()
                        .map(DebugTablesTest::text)
                        .toList())
                .anyMatch(text -> text.startsWith("found Ljava/util/Map; Ljava/util/Map<"));
    }

    @Test
    void theBodyKeepsTheAnnotationsOfVariables() {
        assertThat(annotationsOfVariables(body()))
                .containsExactlyInAnyOrderElementsOf(annotationsOfVariables(kickOff(plain)))
                .anyMatch(text -> text.contains("local"));
        LocalVariableNode found = variable(body(), "found");
        assertThat(annotations(body().visibleLocalVariableAnnotations))
                .anyMatch(annotation -> annotation.index.contains(found.index) && annotation.values.contains("local"));
    }

    @Test
    void theBodyKeepsTheAnnotationsInItsCode() {
        assertThat(annotationsInCode(body()))
                .containsExactlyInAnyOrderElementsOf(annotationsInCode(kickOff(plain)))
                .anyMatch(text -> text.contains("new"))
                .anyMatch(text -> text.contains("argument"))
                .anyMatch(text -> text.contains("caught"));
    }

    private static String text(LocalVariableNode variable) {
        return variable.name + " " + variable.desc + " " + variable.signature;
    }

    private static LocalVariableNode variable(MethodNode method, String name) {
        return method.localVariables.stream()
                .filter(variable -> variable.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<LocalVariableAnnotationNode> annotations(List<LocalVariableAnnotationNode> list) {
        return list == null ? List.of() : list;
    }

    private static List<String> annotationsOfVariables(MethodNode method) {
        return annotations(method.visibleLocalVariableAnnotations).stream()
                .map(annotation -> annotation.desc + annotation.values + annotation.typeRef)
                .toList();
    }

    private static List<String> annotationsInCode(MethodNode method) {
        return Stream.concat(
                        Arrays.stream(method.instructions.toArray()).map(node -> node.visibleTypeAnnotations),
                        method.tryCatchBlocks.stream().map(block -> block.visibleTypeAnnotations))
                .filter(list -> list != null)
                .flatMap(List::stream)
                .map((TypeAnnotationNode annotation) -> annotation.desc + annotation.values)
                .toList();
    }

    private static MethodNode kickOff(ClassNode owner) {
        return methods(owner, false);
    }

    private static MethodNode body() {
        return methods(woven, true);
    }

    private static MethodNode methods(ClassNode owner, boolean synthetic) {
        return owner.methods.stream()
                .filter(method ->
                        method.name.equals("work") && (method.access & Opcodes.ACC_SYNTHETIC) != 0 == synthetic)
                .findFirst()
                .orElseThrow();
    }

    private static ClassNode compile(Javac javac, String kind) throws IOException {
        Path source = Files.writeString(
                Files.createDirectories(folder.resolve(kind + "-source")).resolve("Annotated.java"), SOURCE);
        Javac.Compilation compilation = javac.compile(
                folder.resolve(kind),
                List.of(source),
                List.of("--release", "17", "-g", "-parameters", "-Xlint:-unchecked"));
        assertThat(compilation.success()).as(compilation.report()).isTrue();
        ClassNode node = new ClassNode();
        new ClassReader(Files.readAllBytes(folder.resolve(kind).resolve("Annotated.class"))).accept(node, 0);
        return node;
    }
}
