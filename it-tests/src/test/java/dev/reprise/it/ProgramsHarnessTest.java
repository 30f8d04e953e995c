package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.it.program.SuspensionPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The runner of programs reports what it is there to report. */
class ProgramsHarnessTest {

    private static final Variant WOVEN = new Variant(17, true, false);

    @TempDir
    Path folder;

    @Test
    void outputOtherThanExpectedIsReported() throws IOException {
        Program program = program("System.out.println(1); // expect: 2");
        assertThatThrownBy(() -> check(program, WOVEN)).isInstanceOf(AssertionError.class);
    }

    @Test
    void outputMissingAtTheEndIsReported() throws IOException {
        Program program = program("System.out.println(1); // expect: 1\n// expect: 2");
        assertThatThrownBy(() -> check(program, WOVEN)).isInstanceOf(AssertionError.class);
    }

    @Test
    void outputNobodyExpectsIsReported() throws IOException {
        Program program = program("System.out.println(1); // expect: 1\nSystem.out.println();");
        assertThatThrownBy(() -> check(program, WOVEN)).isInstanceOf(AssertionError.class);
    }

    @Test
    void outputAsExpectedPasses() throws Exception {
        check(
                program(
                        "System.out.println(\"a\\n\\nb\\n  c\\n\\nd\"); // expect: a\n/* expect:\n\nb\n  c\n*/\n// expect:\n// expect: d"),
                WOVEN);
    }

    @Test
    void anExceptionOutOfMainIsReported() throws IOException {
        Program program = program("if (args.length == 0) throw new IllegalStateException(\"seen\");");
        assertThatThrownBy(() -> check(program, WOVEN)).hasRootCauseMessage("seen");
    }

    @Test
    void aSourceThatDoesNotCompileIsReported() throws IOException {
        Program program = program("int i = true;");
        assertThatThrownBy(() -> check(program, WOVEN)).hasMessageContaining("incompatible types");
    }

    @Test
    void aWarningOfTheProcessorIsReported() throws IOException {
        Program program = program("class Forgetful {\n"
                + "  @Coroutine Async<Void> forgotten() { return Async.done(); }\n"
                + "  void forget() { forgotten(); }\n"
                + "}");
        assertThatThrownBy(() -> check(program, WOVEN)).hasMessageContaining("[NeverAwaited]");
    }

    @Test
    void aSourceThatDoesNotCompileSpoilsNoOther() throws Exception {
        Program wrong = Program.read(Files.writeString(folder.resolve("Wrong.java"), "class Wrong extends Missing {}"));
        Program right = program("System.out.println(1); // expect: 1");
        ProgramClasses classes = ProgramClasses.compile(List.of(wrong, right), WOVEN, folder.resolve("out"));
        assertThat(classes.of(wrong).report()).contains("Wrong.java:1", "Missing");
        new ProgramCheck(right, WOVEN, classes.of(right), folder).run();
    }

    @Test
    void everyProgramRunsWithAndWithoutDebugTablesAndPlain() throws IOException {
        assertThat(Variant.of(program("")))
                .contains(new Variant(17, true, false), new Variant(17, false, false))
                .anyMatch(Variant::isPlain);
    }

    @Test
    void aProgramForALaterReleaseHasNoVariant() throws IOException {
        Program program = program("\n// release: 99\n");
        assertThat(Variant.of(program)).isEmpty();
    }

    @Test
    void theVerifierOfTheJvmSeesClassesThatTheRunNeverTouches() throws Exception {
        Files.write(folder.resolve("Wrong.class"), classWith(method -> {
            method.visitInsn(Opcodes.ICONST_0);
            method.visitInsn(Opcodes.ARETURN);
        }));
        try (ProgramLoader loader = new ProgramLoader(List.of(folder))) {
            assertThatThrownBy(() -> loader.verify("Wrong")).isInstanceOf(VerifyError.class);
        }
    }

    @Test
    void aJumpIntoALoopIsFound() {
        byte[] classFile = classWith(method -> {
            Label inside = new Label();
            Label header = new Label();
            method.visitInsn(Opcodes.ICONST_0);
            method.visitJumpInsn(Opcodes.IFEQ, inside);
            method.visitLabel(header);
            method.visitInsn(Opcodes.NOP);
            method.visitLabel(inside);
            method.visitInsn(Opcodes.ICONST_0);
            method.visitJumpInsn(Opcodes.IFEQ, header);
            method.visitInsn(Opcodes.ACONST_NULL);
            method.visitInsn(Opcodes.ARETURN);
        });
        assertThat(JumpsIntoLoops.inClass(classFile))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Wrong.m()");
    }

    @Test
    void aLoopEnteredAtItsHeaderIsNone() {
        byte[] classFile = classWith(method -> {
            Label header = new Label();
            method.visitLabel(header);
            method.visitInsn(Opcodes.ICONST_0);
            method.visitJumpInsn(Opcodes.IFEQ, header);
            method.visitInsn(Opcodes.ACONST_NULL);
            method.visitInsn(Opcodes.ARETURN);
        });
        assertThat(JumpsIntoLoops.inClass(classFile)).isEmpty();
    }

    @Test
    void aProgramCanTellWhetherItSuspends() throws Exception {
        Path output = folder.resolve("out");
        Program program = program("""
                dev.reprise.it.program.Turns.run(context -> {
                    Object value = dev.reprise.it.program.Turns.later("at once").awaitIn(context);
                    System.out.println(context.suspended() + " " + value);
                    return value;
                });""");
        Javac.withProcessor().compile(output, List.of(program.file()), List.of());
        try (ProgramLoader loader = new ProgramLoader(List.of(output))) {
            assertThat(ProgramRun.of("Main", loader, SuspensionPattern.always()).lines())
                    .containsExactly("true null");
            assertThat(ProgramRun.of("Main", loader, SuspensionPattern.never()).lines())
                    .containsExactly("false at once");
        }
    }

    private Program program(String statements) throws IOException {
        Path file = folder.resolve("Main.java");
        Files.writeString(
                file,
                "import dev.reprise.*;\nclass Main {\n  public static void main(String[] args) {\n" + statements
                        + "\n  }\n}\n");
        return Program.read(file);
    }

    private void check(Program program, Variant variant) throws Exception {
        Javac.Compilation compilation = ProgramClasses.compile(List.of(program), variant, folder.resolve("out"))
                .of(program);
        new ProgramCheck(program, variant, compilation, PlainStandIns.compileTo(folder.resolve("plain"))).run();
    }

    private interface Code {
        void write(MethodVisitor method);
    }

    private static byte[] classWith(Code code) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Wrong", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "m", "()Ljava/lang/Object;", null, null);
        method.visitCode();
        code.write(method);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
