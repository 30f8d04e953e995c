package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.it.program.SuspensionPattern;
import dev.reprise.processor.compiler.Abi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files of a processor that does not belong to the runtime. */
class ContractTest {

    @TempDir
    Path classes;

    @BeforeEach
    void compile() {
        Javac.Compilation compilation = Javac.withProcessor()
                .compile(classes, List.of(Path.of("shared", "Greetings.java")), List.of("-Xlint:all,-processing"));
        assertThat(compilation.success()).as(compilation.report()).isTrue();
    }

    @Test
    void processorAndRuntimeOfThisBuildBelongTogether() throws Exception {
        assertThat(run().failure()).isNull();
    }

    @Test
    void aClassOfAnotherProcessorFailsAtItsFirstCoroutine() throws Exception {
        Path frame = classes.resolve("Greetings$greet$Frame.class");
        Files.write(frame, withVersion(Abi.VERSION + 1, frame));

        ProgramRun run = run();

        assertThat(run.lines()).isEmpty();
        assertThat(run.failure())
                .isInstanceOf(IncompatibleClassChangeError.class)
                .hasMessageContainingAll(
                        "Greetings$greet$Frame", "contract " + (Abi.VERSION + 1), "contract " + Abi.VERSION);
    }

    private ProgramRun run() throws Exception {
        try (ProgramLoader loader = new ProgramLoader(List.of(classes))) {
            return ProgramRun.of("Greetings", loader, SuspensionPattern.never());
        }
    }

    private static byte[] withVersion(int version, Path frame) throws IOException {
        ClassReader reader = new ClassReader(Files.readAllBytes(frame));
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return name.equals("<clinit>") ? new OtherVersion(method, version) : method;
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class OtherVersion extends MethodVisitor {
        private final int version;

        OtherVersion(MethodVisitor method, int version) {
            super(Opcodes.ASM9, method);
            this.version = version;
        }

        @Override
        public void visitInsn(int opcode) {
            super.visitInsn(opcode == Opcodes.ICONST_0 + Abi.VERSION ? Opcodes.ICONST_0 + version : opcode);
        }
    }
}
