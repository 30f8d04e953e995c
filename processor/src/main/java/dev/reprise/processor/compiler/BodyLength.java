package dev.reprise.processor.compiler;

import dev.reprise.processor.compiler.read.CoroutineFinder;
import dev.reprise.processor.diagnostic.ClassFilePosition;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import java.util.Optional;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * How long the code of a body is, which is known once its class has been written.
 *
 * @param end stands behind the last instruction
 */
record BodyLength(MethodNode body, LabelNode end) {

    /** HotSpot's {@code HugeMethodLimit}: it compiles no longer method, unless it is told {@code -XX:-DontCompileHugeMethods}. */
    static final int LONGEST_COMPILED = 8000;

    static BodyLength of(MethodNode body) {
        LabelNode end = new LabelNode();
        body.instructions.add(end);
        return new BodyLength(body, end);
    }

    /** What is to be said of a body that is too long for the JIT compilers. */
    Optional<Diagnostic> warning(ClassNode owner) {
        int length = end.getLabel().getOffset();
        return length <= LONGEST_COMPILED
                ? Optional.empty()
                : Optional.of(Diagnostic.of(
                        DiagnosticKind.NeverCompiled,
                        new ClassFilePosition(owner.name, body.name, CoroutineFinder.firstLine(body)),
                        owner.name.replace('/', '.') + "." + body.name,
                        length));
    }
}
