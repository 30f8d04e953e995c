package dev.reprise.processor.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import dev.reprise.processor.check.Checks;
import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.Outcome;
import dev.reprise.processor.compiler.Supertypes;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.Diagnostics;
import dev.reprise.processor.diagnostic.Position;
import dev.reprise.processor.diagnostic.Severities;
import dev.reprise.processor.diagnostic.SourcePosition;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.ClassSource;
import dev.reprise.processor.source.FunctionTypes;
import dev.reprise.processor.source.SourceReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Follows one compilation: checks a class when javac has attributed it, compiles its coroutines when javac has written it. Classes without coroutines are not opened.
 */
public final class ClassFileHook implements TaskListener {
    private final RunningMark mark;
    private final Attribution java;
    private final FunctionTypes functions;
    private final Checks checks;
    private final Diagnostics diagnostics;
    private final SourceLines lines;
    private final ClassFileLocator locator;
    private final StaleFrames staleFrames = new StaleFrames();
    private final SourceSupertypes supertypes;
    private final Weaver weaver;

    /** Classes with coroutines that javac has attributed and not written, by binary name. */
    private final Map<String, ClassSource> coroutines = new HashMap<>();

    /** Classes with coroutines whose file was not there after javac said that it had written it. */
    private final List<ClassSource> missing = new ArrayList<>();

    /** Whether a class file of this compilation was there after javac said that it had written it. */
    private boolean foundOne;

    private ClassFileHook(
            JavacTask task,
            ProcessingEnvironment javac,
            Severities severities,
            BiFunction<ClassBytes, Supertypes, Outcome> compiler) {
        mark = new RunningMark(task);
        java = Attribution.of(task);
        functions = new FunctionTypes(java);
        checks = new Checks(java);
        diagnostics = new Diagnostics(java.trees(), severities);
        lines = new SourceLines(java.trees());
        locator = new ClassFileLocator(javac.getFiler(), java.elements());
        supertypes = new SourceSupertypes(java);
        weaver = new Weaver(input -> compiler.apply(input, supertypes), staleFrames);
    }

    /**
     * Follows the compilation that the environment belongs to.
     *
     * @param javac javac's own environment, see {@link Unwrapping}
     */
    public static void install(
            ProcessingEnvironment javac, Severities severities, BiFunction<ClassBytes, Supertypes, Outcome> compiler) {
        JavacTask task = JavacTask.instance(javac);
        ClassFileHook hook = new ClassFileHook(task, javac, severities, compiler);
        hook.mark.set();
        task.addTaskListener(hook);
    }

    @Override
    public void finished(TaskEvent event) {
        try {
            switch (event.getKind()) {
                case ANALYZE -> Declarations.of(java.trees(), event).ifPresent(this::attributed);
                case GENERATE -> written(event);
                case COMPILATION -> compiled();
                default -> {}
            }
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            if (event.getCompilationUnit() == null) {
                throw e;
            }
            diagnostics.report(
                    Diagnostic.ofFailure(Declarations.unit(event), String.valueOf(event.getTypeElement()), e));
        }
    }

    private void attributed(TreePath declaration) {
        List<ClassSource> classes = SourceReader.read(java, functions, declaration);
        checks.check(classes).forEach(diagnostics::report);
        for (ClassSource source : classes) {
            supertypes.add(source);
            if (source.mentionsCoroutine()) {
                coroutines.put(binaryName(source.element()), source);
            }
        }
    }

    private void written(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (Declarations.isInfo(type)) {
            return;
        }
        ClassSource source = coroutines.remove(binaryName(type));
        try {
            ClassFile file = locator.locate(type, event.getSourceFile());
            if (source == null) {
                passOver(file);
            } else {
                weave(source, file);
            }
        } catch (IOException e) {
            Position position = source == null ? Declarations.unit(event) : SourcePosition.of(source.path());
            diagnostics.report(Diagnostic.of(DiagnosticKind.ClassFileNotRewritten, position, binaryName(type), e));
        }
    }

    private void passOver(ClassFile file) throws IOException {
        foundOne = foundOne || file.exists();
        if (file instanceof PathClassFile onDisk) {
            staleFrames.remove(onDisk.path(), Set.of());
        }
    }

    private void weave(ClassSource source, ClassFile file) throws IOException {
        Optional<byte[]> bytes = file.read();
        if (bytes.isEmpty()) {
            missing.add(source); // after an error javac says that it wrote a class, and did not
            return;
        }
        foundOne = true;
        String internalName = binaryName(source.element()).replace('.', '/');
        weaver.weave(
                new ClassBytes(internalName, bytes.get()),
                source.bodies().stream().anyMatch(Body::isAnnotated),
                file,
                diagnostic -> report(source, lines.inSource(source, diagnostic)));
    }

    private void report(ClassSource source, Diagnostic diagnostic) {
        if (!checks.suppress(source, diagnostic)) {
            diagnostics.report(diagnostic);
        }
    }

    private void compiled() {
        mark.clear();
        if (!foundOne && !missing.isEmpty()) {
            ClassSource first = missing.get(0);
            diagnostics.report(Diagnostic.of(
                    DiagnosticKind.ClassFilesUnreachable,
                    SourcePosition.of(first.path()),
                    binaryName(first.element())));
        }
    }

    private String binaryName(TypeElement type) {
        return java.elements().getBinaryName(type).toString();
    }
}
