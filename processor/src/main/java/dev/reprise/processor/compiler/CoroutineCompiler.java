package dev.reprise.processor.compiler;

import dev.reprise.processor.compiler.analyse.DirectCalls;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.emit.BodyMethod;
import dev.reprise.processor.compiler.emit.FrameClass;
import dev.reprise.processor.compiler.emit.KickoffMethod;
import dev.reprise.processor.compiler.emit.LongJumps;
import dev.reprise.processor.compiler.emit.PushBodies;
import dev.reprise.processor.compiler.emit.PushMethod;
import dev.reprise.processor.compiler.emit.TestMethod;
import dev.reprise.processor.compiler.lower.AsyncClose;
import dev.reprise.processor.compiler.lower.AsyncFor;
import dev.reprise.processor.compiler.lower.FrameLayout;
import dev.reprise.processor.compiler.lower.Linkage;
import dev.reprise.processor.compiler.lower.NewSinking;
import dev.reprise.processor.compiler.read.Ancestors;
import dev.reprise.processor.compiler.read.ClassFileReader;
import dev.reprise.processor.compiler.read.ClosingAwaits;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.CoroutineFinder;
import dev.reprise.processor.compiler.read.InheritedAwaits;
import dev.reprise.processor.compiler.read.MissingClassException;
import dev.reprise.processor.compiler.read.UnsupportedCodeException;
import dev.reprise.processor.diagnostic.ClassFilePosition;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Turns the coroutines of one class file into state machines: read, analyse, lower, emit. */
public final class CoroutineCompiler {

    private CoroutineCompiler() {}

    /**
     * Compiles one class file. The same input gives the same output, and the output given back as input is {@link
     * Outcome.Unchanged}.
     *
     * @param input a class file as javac, ecj or another compiler wrote it
     * @param supertypes of the classes that it refers to; asked of those that a coroutine closes or awaits through
     */
    public static Outcome compile(ClassBytes input, Supertypes supertypes) {
        ClassNode owner;
        try {
            owner = ClassFileReader.read(input);
        } catch (UnsupportedCodeException e) {
            return refused(unsupported(input.name(), e));
        }
        if (isWoven(owner)) {
            return new Outcome.Unchanged();
        }
        Ancestors ancestors = new Ancestors(owner, supertypes);
        try {
            InheritedAwaits.apply(ancestors);
        } catch (MissingClassException e) {
            return refused(Diagnostic.of(
                    DiagnosticKind.MissingClass,
                    ClassFilePosition.ofClass(owner.name),
                    owner.name.replace('/', '.'),
                    e.missing()));
        } catch (UnsupportedCodeException e) {
            return refused(unsupported(owner.name, e));
        }
        CoroutineFinder found = CoroutineFinder.of(owner);
        if (!found.problems().isEmpty()) {
            return new Outcome.Refused(found.problems());
        }
        return found.coroutines().isEmpty()
                ? new Outcome.Unchanged()
                : weave(owner, found.coroutines(), new ClosingAwaits(ancestors), supertypes);
    }

    /** As {@link #compile}, but a mistake of this compiler is a problem of the class, too, and nothing is thrown. */
    public static Outcome compileOrRefuse(ClassBytes input, Supertypes supertypes) {
        try {
            return compile(input, supertypes);
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            return refused(Diagnostic.ofFailure(input.name(), e));
        }
    }

    /** Compiles one class file that closes nothing but classes of the JDK and its own. */
    public static Outcome compile(ClassBytes input) {
        return compile(input, Supertypes.UNKNOWN);
    }

    private static Outcome weave(
            ClassNode owner, List<Coroutine> coroutines, ClosingAwaits closing, Supertypes supertypes) {
        List<MethodAnalysis> analyses = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        DirectCalls calls = DirectCalls.among(coroutines);
        for (Coroutine coroutine : coroutines) {
            try {
                AsyncFor.apply(coroutine);
                AsyncClose.apply(coroutine, closing);
                NewSinking.apply(coroutine);
                MethodAnalysis analysis = MethodAnalysis.of(coroutine, calls);
                problems.addAll(analysis.problems());
                analyses.add(analysis);
            } catch (UnsupportedCodeException e) {
                ClassFilePosition position = e.line() == ClassFilePosition.NO_LINE
                        ? position(coroutine)
                        : new ClassFilePosition(owner.name, coroutine.method().name, e.line());
                problems.add(
                        Diagnostic.of(DiagnosticKind.UnsupportedClassFile, position, describe(coroutine), e.reason()));
            } catch (MissingClassException e) {
                problems.add(Diagnostic.of(
                        DiagnosticKind.MissingClass, position(coroutine), describe(coroutine), e.missing()));
            }
        }
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        List<FrameLayout> layouts = analyses.stream().map(FrameLayout::plan).toList();
        PushBodies pushing = PushBodies.among(analyses);
        Linkage linkage = Linkage.among(analyses, calls);
        List<MethodNode> bodies = new ArrayList<>();
        List<ClassBytes> frames = new ArrayList<>();
        for (int i = 0; i < analyses.size(); i++) {
            BodyMethod.Emitted body = BodyMethod.emit(analyses.get(i), layouts.get(i), linkage);
            bodies.add(body.method());
            if (pushing.include(coroutines.get(i))) {
                bodies.add(PushMethod.emit(analyses.get(i), pushing));
            }
            frames.add(FrameClass.emit(analyses.get(i), layouts.get(i), linkage, body.helpers(), pushing));
        }
        for (int i = 0; i < coroutines.size(); i++) {
            KickoffMethod.emit(coroutines.get(i), layouts.get(i));
        }
        owner.methods.addAll(bodies);
        makeTests(coroutines, supertypes);
        mark(owner);
        return write(owner, frames, bodies);
    }

    private static void makeTests(List<Coroutine> coroutines, Supertypes supertypes) {
        List<Coroutine> tests = coroutines.stream().filter(TestMethod::suits).toList();
        if (!tests.isEmpty() && supertypes.of(TestMethod.RUNNER).isPresent()) {
            tests.forEach(TestMethod::emit);
        }
    }

    private static Outcome write(ClassNode owner, List<ClassBytes> frames, List<MethodNode> bodies) {
        List<BodyLength> lengths = bodies.stream().map(BodyLength::of).toList();
        owner.methods.forEach(method -> LongJumps.widen(owner.name, method));
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        List<ClassBytes> classes = new ArrayList<>();
        try {
            owner.accept(writer);
            classes.add(new ClassBytes(owner.name, writer.toByteArray()));
        } catch (MethodTooLargeException e) {
            return refused(tooLarge(owner, e));
        } catch (ClassTooLargeException e) {
            return refused(Diagnostic.of(
                    DiagnosticKind.UnsupportedClassFile,
                    ClassFilePosition.ofClass(owner.name),
                    owner.name.replace('/', '.'),
                    "its constant pool would have " + e.getConstantPoolCount()
                            + " entries once its coroutines are compiled, and the JVM allows 65535; move some of"
                            + " its methods to another class"));
        }
        classes.addAll(frames);
        return new Outcome.Woven(
                classes,
                lengths.stream().flatMap(body -> body.warning(owner).stream()).toList());
    }

    /** The method that outgrew the limit is a body, and bears the name of its coroutine. */
    private static Diagnostic tooLarge(ClassNode owner, MethodTooLargeException e) {
        int line = owner.methods.stream()
                .filter(method -> method.name.equals(e.getMethodName()) && method.desc.equals(e.getDescriptor()))
                .mapToInt(CoroutineFinder::firstLine)
                .findFirst()
                .orElse(ClassFilePosition.NO_LINE);
        ClassFilePosition position = new ClassFilePosition(owner.name, e.getMethodName(), line);
        return Diagnostic.of(
                DiagnosticKind.MethodTooLarge, position, owner.name.replace('/', '.') + "." + e.getMethodName());
    }

    private static Diagnostic unsupported(String className, UnsupportedCodeException e) {
        return Diagnostic.of(
                DiagnosticKind.UnsupportedClassFile,
                ClassFilePosition.ofClass(className),
                className.replace('/', '.'),
                e.reason());
    }

    private static Outcome refused(Diagnostic problem) {
        return new Outcome.Refused(List.of(problem));
    }

    private static boolean isWoven(ClassNode owner) {
        return owner.invisibleAnnotations != null
                && owner.invisibleAnnotations.stream()
                        .map((AnnotationNode annotation) -> annotation.desc)
                        .anyMatch(Abi.WOVEN_DESCRIPTOR::equals);
    }

    private static void mark(ClassNode owner) {
        owner.visitAnnotation(Abi.WOVEN_DESCRIPTOR, false).visit("version", Abi.VERSION);
    }

    private static ClassFilePosition position(Coroutine coroutine) {
        return new ClassFilePosition(
                coroutine.owner().name, coroutine.method().name, Math.max(coroutine.firstLine(), 0));
    }

    private static String describe(Coroutine coroutine) {
        return coroutine.owner().name.replace('/', '.') + "." + coroutine.method().name;
    }
}
