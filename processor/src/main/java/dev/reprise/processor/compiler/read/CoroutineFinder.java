package dev.reprise.processor.compiler.read;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.diagnostic.ClassFilePosition;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The coroutines of a class, and the suspending calls that are in none: a method is a coroutine if it is annotated, a
 * lambda's method if it suspends.
 */
public final class CoroutineFinder {

    /** Java 8. Older class files may lack the stack map that the types of variables are taken from. */
    private static final int OLDEST = Opcodes.V1_8;

    /** The major version is the lower half of what ASM calls the version; the upper half is the minor version. */
    private static final int MAJOR = 0xFFFF;

    private final ClassNode owner;
    private final List<Coroutine> coroutines = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Map<String, Integer> framesByName = new HashMap<>();

    private CoroutineFinder(ClassNode owner) {
        this.owner = owner;
    }

    /** Looks through all methods of a class. */
    public static CoroutineFinder of(ClassNode owner) {
        CoroutineFinder finder = new CoroutineFinder(owner);
        owner.methods.forEach(finder::visit);
        return finder;
    }

    /** In the order of the class file. */
    public List<Coroutine> coroutines() {
        return coroutines;
    }

    /** Coroutines that cannot be one, and suspending calls outside of coroutines. */
    public List<Diagnostic> problems() {
        return problems;
    }

    private void visit(MethodNode method) {
        boolean annotated = isAnnotated(method) && (method.access & Opcodes.ACC_BRIDGE) == 0;
        Optional<AbstractInsnNode> suspending = firstSuspendingCall(method);
        if (!annotated && suspending.isEmpty()) {
            return;
        }
        Optional<CoroutineKind> kind = CoroutineKind.ofDescriptor(method.desc);
        if (annotated) {
            requireBody(method);
            if (kind.isEmpty()) {
                report(
                        DiagnosticKind.CoroutineReturnType,
                        method,
                        firstLine(method),
                        name(method),
                        "the type in " + method.desc,
                        "Declare Async, Iterator, Iterable, Generator, AsyncGenerator, CompletableFuture or CompletionStage.");
            }
        } else if (!isLambda(method)) {
            report(
                    DiagnosticKind.AwaitOutsideCoroutine,
                    method,
                    line(suspending.get()),
                    sourceForm(suspending.get()),
                    name(method),
                    "Annotate the method with @Coroutine.");
        } else if (kind.isEmpty()) {
            report(
                    DiagnosticKind.AwaitInLambda,
                    method,
                    line(suspending.get()),
                    sourceForm(suspending.get()),
                    "the type in " + method.desc);
        }
        requireKnownCode(method);
        if (problems.isEmpty()) {
            coroutines.add(new Coroutine(owner, method, kind.orElseThrow(), frameName(method)));
        }
    }

    private void requireBody(MethodNode method) {
        int access = method.access;
        String modifier = (access & Opcodes.ACC_ABSTRACT) != 0
                ? "abstract"
                : (access & Opcodes.ACC_NATIVE) != 0
                        ? "native"
                        : (access & Opcodes.ACC_SYNCHRONIZED) != 0 ? "synchronized" : "";
        if (!modifier.isEmpty()) {
            report(
                    DiagnosticKind.CoroutineModifiers,
                    method,
                    firstLine(method),
                    name(method),
                    modifier,
                    "Remove the modifier or the annotation.");
        }
    }

    private void requireKnownCode(MethodNode method) {
        int major = owner.version & MAJOR;
        if (major < OLDEST) {
            String reason = "it is of version " + major + ", and the oldest that can be rewritten is " + OLDEST;
            report(DiagnosticKind.UnsupportedClassFile, method, firstLine(method), name(method), reason + " (Java 8)");
            return;
        }
        for (AbstractInsnNode node : method.instructions) {
            if (node.getOpcode() == Opcodes.JSR || node.getOpcode() == Opcodes.RET) {
                String reason = "it calls a subroutine (jsr, ret), which class files of Java 7 and later may not do";
                report(DiagnosticKind.UnsupportedClassFile, method, line(node), name(method), reason);
                return;
            }
        }
    }

    /**
     * {@code Owner$method$Frame}, with a number for each further method of that name, upper and lower case being alike in
     * many file systems. A class that is nested in the owner has the names that begin with its own for itself; there, a
     * second {@code $} makes the difference.
     */
    private String frameName(MethodNode method) {
        int earlier = framesByName.merge(method.name.toLowerCase(Locale.ROOT), 1, Integer::sum) - 1;
        StringBuilder separator = new StringBuilder("$");
        while (isNestedClass(owner.name + separator + method.name)) {
            separator.append('$');
        }
        return owner.name + separator + method.name + "$Frame" + (earlier == 0 ? "" : String.valueOf(earlier + 1));
    }

    /** Whether the name is that of a class nested in the owner, or would be one of a class nested in that. */
    private boolean isNestedClass(String name) {
        return owner.innerClasses.stream()
                .anyMatch(nested ->
                        nested.name.startsWith(owner.name + "$") && (name + "$").startsWith(nested.name + "$"));
    }

    private String name(MethodNode method) {
        return owner.name.replace('/', '.') + "." + method.name;
    }

    private void report(DiagnosticKind kind, MethodNode method, int line, Object... arguments) {
        problems.add(Diagnostic.of(kind, new ClassFilePosition(owner.name, method.name, line), arguments));
    }

    private static boolean isAnnotated(MethodNode method) {
        return method.visibleAnnotations != null
                && method.visibleAnnotations.stream()
                        .map((AnnotationNode annotation) -> annotation.desc)
                        .anyMatch(Abi.COROUTINE_DESCRIPTOR::equals);
    }

    private static boolean isLambda(MethodNode method) {
        return (method.access & Opcodes.ACC_SYNTHETIC) != 0 && method.name.startsWith("lambda$");
    }

    private static Optional<AbstractInsnNode> firstSuspendingCall(MethodNode method) {
        for (AbstractInsnNode node : method.instructions) {
            if (SuspendingCall.of(node).isPresent() || AsyncLoopCall.of(node).isPresent()) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /** The first line of a method, {@link ClassFilePosition#NO_LINE} if the class file does not say. */
    public static int firstLine(MethodNode method) {
        for (AbstractInsnNode node : method.instructions) {
            if (node instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return ClassFilePosition.NO_LINE;
    }

    private static String sourceForm(AbstractInsnNode suspending) {
        return SuspendingCall.of(suspending).orElse(SuspendingCall.AWAIT).sourceForm();
    }

    /** The source line that an instruction belongs to. */
    private static int line(AbstractInsnNode instruction) {
        for (AbstractInsnNode node = instruction; node != null; node = node.getPrevious()) {
            if (node instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return ClassFilePosition.NO_LINE;
    }
}
