package dev.reprise.processor.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.reprise.processor.diagnostic.ClassFilePosition;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that cannot be compiled are refused by name, method and line; nothing comes out of them. */
class BadInputTest {

    private static final String ONE_AWAIT = """
            @Coroutine static Async<Integer> m(int a) {
                int b = a + 1;
                return of(b + await(of(1)));
            }
            """;

    /** The line that {@link #line} marks. */
    private static final ClassFilePosition MARKED = new ClassFilePosition("Sample", "m", 17);

    @TempDir
    Path directory;

    @Test
    void aClassFileThatEndsTooEarlyIsRefusedWhereverItEnds() {
        byte[] bytes = Compiled.members(directory, ONE_AWAIT).bytes().bytes();
        for (int length = 0; length < bytes.length; length++) {
            Diagnostic problem = refusal(new ClassBytes("Sample", Arrays.copyOf(bytes, length)));
            assertThat(problem.kind()).as("cut after " + length).isEqualTo(DiagnosticKind.UnsupportedClassFile);
            assertThat(problem.position()).isEqualTo(ClassFilePosition.ofClass("Sample"));
        }
    }

    @Test
    void aClassFileOfAnUnknownVersionIsRefused() {
        assertThat(refusal(version(317)).message()).contains("of Sample ").contains("version 317");
    }

    @Test
    void aClassFileWithoutAStackMapIsRefused() {
        Diagnostic problem = refusal(version(49));
        assertThat(problem.message()).contains("version 49").contains("Java 8");
        assertThat(problem.position()).isEqualTo(new ClassFilePosition("Sample", "m", 2));
    }

    @Test
    void anOldClassFileWithoutCoroutinesIsUnchanged() {
        ClassBytes input = Compiled.members(directory, "int m() { return 1; }").bytes();
        input.bytes()[7] = 49;
        assertThat(CoroutineCompiler.compile(input)).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void aSubroutineIsRefusedAtItsLine() {
        Diagnostic problem = refusal(coroutine(0, code -> {
            Label subroutine = new Label();
            Label end = new Label();
            line(code);
            code.visitJumpInsn(Opcodes.JSR, subroutine);
            code.visitJumpInsn(Opcodes.GOTO, end);
            code.visitLabel(subroutine);
            code.visitVarInsn(Opcodes.ASTORE, 3);
            code.visitVarInsn(Opcodes.RET, 3);
            code.visitLabel(end);
            await(code);
        }));
        assertThat(problem.kind()).isEqualTo(DiagnosticKind.UnsupportedClassFile);
        assertThat(problem.message()).contains("Sample.m").contains("jsr, ret");
        assertThat(problem.position()).isEqualTo(MARKED);
    }

    @Test
    void aMonitorThatOnePathHoldsIsRefused() {
        assertHeld(code -> {
            Label free = new Label();
            code.visitVarInsn(Opcodes.ILOAD, 1);
            code.visitJumpInsn(Opcodes.IFEQ, free);
            enter(code);
            code.visitLabel(free);
        });
    }

    @Test
    void aMonitorThatOnePathReleasesIsRefused() {
        assertHeld(code -> {
            Label free = new Label();
            enter(code);
            code.visitVarInsn(Opcodes.ILOAD, 1);
            code.visitJumpInsn(Opcodes.IFEQ, free);
            exit(code);
            code.visitLabel(free);
        });
    }

    @Test
    void monitorsThatALoopCollectsAreRefused() {
        assertHeld(code -> {
            Label again = new Label();
            code.visitLabel(again);
            enter(code);
            code.visitIincInsn(1, -1);
            code.visitVarInsn(Opcodes.ILOAD, 1);
            code.visitJumpInsn(Opcodes.IFGT, again);
            exit(code);
        });
    }

    @Test
    void moreExitsThanEntersDoNotHideAMonitor() {
        assertHeld(code -> {
            exit(code);
            exit(code);
            enter(code);
        });
    }

    @Test
    void aMonitorThatIsReleasedOnAllPathsIsNone() {
        assertWoven(code -> {
            Label start = new Label();
            Label end = new Label();
            Label released = new Label();
            Label caught = new Label();
            Label after = new Label();
            // as Kotlin does: the handler that releases is not covered by itself, but by the catch around it
            code.visitTryCatchBlock(start, end, released, null);
            code.visitTryCatchBlock(start, after, caught, "java/lang/RuntimeException");
            enter(code);
            code.visitLabel(start);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Thread", "yield", "()V", false);
            code.visitLabel(end);
            exit(code);
            code.visitJumpInsn(Opcodes.GOTO, after);
            code.visitLabel(released);
            code.visitVarInsn(Opcodes.ASTORE, 3);
            exit(code);
            code.visitVarInsn(Opcodes.ALOAD, 3);
            code.visitInsn(Opcodes.ATHROW);
            code.visitLabel(after);
            await(code);
            code.visitLabel(caught);
            code.visitInsn(Opcodes.POP);
        });
    }

    @Test
    void anUninitialisedObjectInAVariableIsMadeAnewBehindTheSuspension() {
        assertWoven(code -> {
            code.visitTypeInsn(Opcodes.NEW, "java/util/concurrent/atomic/AtomicReference");
            code.visitVarInsn(Opcodes.ASTORE, 3);
            code.visitVarInsn(Opcodes.ALOAD, 3);
            awaitValue(code);
            construct(code);
            code.visitVarInsn(Opcodes.ALOAD, 3);
            code.visitInsn(Opcodes.POP);
        });
    }

    @Test
    void anUninitialisedObjectThatIsShuffledIsRefusedAtItsLine() {
        assertUnknownShape(code -> {
            code.visitTypeInsn(Opcodes.NEW, "java/util/concurrent/atomic/AtomicReference");
            code.visitVarInsn(Opcodes.ALOAD, 0);
            line(code);
            code.visitInsn(Opcodes.SWAP);
            code.visitInsn(Opcodes.DUP);
            awaitValue(code);
            construct(code);
        });
        assertUnknownShape(code -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitTypeInsn(Opcodes.NEW, "java/util/concurrent/atomic/AtomicReference");
            line(code);
            code.visitInsn(Opcodes.DUP_X1);
            awaitValue(code);
            construct(code);
        });
    }

    @Test
    void anUninitialisedObjectThatIsDroppedIsRefused() {
        assertUnknownShape(code -> {
            code.visitTypeInsn(Opcodes.NEW, "java/util/concurrent/atomic/AtomicReference");
            code.visitInsn(Opcodes.DUP);
            awaitValue(code);
            construct(code);
            code.visitInsn(Opcodes.POP);
            code.visitTypeInsn(Opcodes.NEW, "java/util/concurrent/atomic/AtomicReference");
            await(code);
            line(code);
            code.visitInsn(Opcodes.POP);
        });
    }

    @Test
    void typesThatAreNowhereDoNotMatter() {
        assertWoven(code -> {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, "gone/Factory", "make", "()Lgone/Thing;", false);
            code.visitVarInsn(Opcodes.ASTORE, 3);
            await(code);
            code.visitVarInsn(Opcodes.ALOAD, 3);
            code.visitFieldInsn(Opcodes.GETFIELD, "gone/Thing", "next", "Lgone/Thing;");
            code.visitInsn(Opcodes.POP);
        });
    }

    @Test
    void aMethodThatHidesAwaitIsRefused() {
        Diagnostic problem = refusal(Compiled.source(directory, "Sample", """
                abstract class Sample extends dev.reprise.Async<Integer> {
                    public static <T> T await(dev.reprise.Awaitable<T> awaited) { return null; }
                }
                """).bytes());
        assertThat(problem.kind()).isEqualTo(DiagnosticKind.UnsupportedClassFile);
        assertThat(problem.message()).contains("hides that of Async");
    }

    @Test
    void anAwaitThroughAClassThatIsNotFoundIsRefused() {
        Diagnostic problem = refusal(Compiled.source(directory, "Sample", """
                class Sample {
                    static class Other { static <T> T await(dev.reprise.Awaitable<T> awaited) { return null; } }
                    static Integer m() { return Other.await(dev.reprise.Async.of(1)); }
                }
                """).bytes());
        assertThat(problem.kind()).isEqualTo(DiagnosticKind.MissingClass);
        assertThat(problem.message()).contains("Sample$Other");
    }

    @Test
    void aMethodThatOutgrowsTheLimitIsRefused() {
        String statements = IntStream.range(0, 3000)
                .mapToObj(i -> "s += await(of(" + i + "L)); ")
                .collect(Collectors.joining());
        Diagnostic problem = refusal(Compiled.members(
                        directory,
                        "\n@Coroutine static Async<Long> m() { long s = 0; " + statements + "return of(s); }")
                .bytes());
        assertThat(problem.kind()).isEqualTo(DiagnosticKind.MethodTooLarge);
        assertThat(problem.message()).contains("Sample.m");
        assertThat(problem.position()).isEqualTo(new ClassFilePosition("Sample", "m", 2));
    }

    private static void assertHeld(Consumer<MethodVisitor> code) {
        Diagnostic problem = refusal(coroutine(ClassWriter.COMPUTE_FRAMES, method -> {
            code.accept(method);
            line(method);
            await(method);
        }));
        assertThat(problem.kind()).isEqualTo(DiagnosticKind.AwaitInSynchronized);
        assertThat(problem.position()).isEqualTo(MARKED);
    }

    private static void assertUnknownShape(Consumer<MethodVisitor> code) {
        Diagnostic problem = refusal(coroutine(ClassWriter.COMPUTE_FRAMES, code));
        assertThat(problem.kind()).isEqualTo(DiagnosticKind.UnsupportedClassFile);
        assertThat(problem.message()).contains("Sample.m").contains("whose constructor has not been called");
        assertThat(problem.position()).isEqualTo(MARKED);
    }

    private static void assertWoven(Consumer<MethodVisitor> code) {
        assertThat(CoroutineCompiler.compile(coroutine(ClassWriter.COMPUTE_FRAMES, code)))
                .isInstanceOf(Outcome.Woven.class);
    }

    private ClassBytes version(int major) {
        ClassBytes input = Compiled.members(directory, ONE_AWAIT).bytes();
        input.bytes()[6] = (byte) (major >> 8);
        input.bytes()[7] = (byte) major;
        return input;
    }

    private static Diagnostic refusal(ClassBytes input) {
        return assertThat(CoroutineCompiler.compile(input))
                .asInstanceOf(type(Outcome.Refused.class))
                .actual()
                .problems()
                .get(0);
    }

    /** {@code @Coroutine static Async m(Object lock, int count) { code; return Async.done(); }} */
    private static ClassBytes coroutine(int flags, Consumer<MethodVisitor> code) {
        ClassWriter writer = new ClassWriter(flags) {
            @Override
            protected String getCommonSuperClass(String one, String other) {
                return "java/lang/Object";
            }
        };
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, "Sample", null, "java/lang/Object", null);
        MethodVisitor method =
                writer.visitMethod(Opcodes.ACC_STATIC, "m", "(Ljava/lang/Object;I)Ldev/reprise/Async;", null, null);
        method.visitAnnotation("Ldev/reprise/Coroutine;", true).visitEnd();
        method.visitCode();
        code.accept(method);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, "dev/reprise/Async", "done", "()Ldev/reprise/Async;", false);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(10, 10);
        method.visitEnd();
        writer.visitEnd();
        return new ClassBytes("Sample", writer.toByteArray());
    }

    private static void line(MethodVisitor code) {
        Label here = new Label();
        code.visitLabel(here);
        code.visitLineNumber(MARKED.line(), here);
    }

    private static void enter(MethodVisitor code) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInsn(Opcodes.MONITORENTER);
    }

    private static void exit(MethodVisitor code) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInsn(Opcodes.MONITOREXIT);
    }

    private static void await(MethodVisitor code) {
        awaitValue(code);
        code.visitInsn(Opcodes.POP);
    }

    private static void awaitValue(MethodVisitor code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "dev/reprise/Async", "done", "()Ldev/reprise/Async;", false);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "dev/reprise/Async",
                "await",
                "(Ldev/reprise/Awaitable;)Ljava/lang/Object;",
                false);
    }

    private static void construct(MethodVisitor code) {
        code.visitMethodInsn(
                Opcodes.INVOKESPECIAL,
                "java/util/concurrent/atomic/AtomicReference",
                "<init>",
                "(Ljava/lang/Object;)V",
                false);
    }
}
