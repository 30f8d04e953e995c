package dev.reprise.processor.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.Diagnostics;
import dev.reprise.processor.diagnostic.Severities;
import dev.reprise.processor.diagnostic.SourcePosition;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.ClassSource;
import dev.reprise.processor.source.FunctionTypes;
import dev.reprise.processor.source.SourceReader;
import java.util.ArrayList;
import java.util.List;

/*
 * Coroutines are found when a class has been attributed, and reported when javac is about to write the first class: by then
 * there is no error, and after an error javac may well have run no processor for a reason that it has told already.
 */
/** Reports classes with coroutines in a compilation in which the processor does not run. */
public final class WatchdogListener implements TaskListener {
    private static final String WOVEN_WHEN_LOADED = "dev.reprise.processor.agent";

    private final RunningMark mark;
    private final Attribution java;
    private final FunctionTypes functions;
    private final Diagnostics diagnostics;
    private final List<ClassSource> unwoven = new ArrayList<>();

    public WatchdogListener(JavacTask task) {
        mark = new RunningMark(task);
        java = Attribution.of(task);
        functions = new FunctionTypes(java);
        diagnostics = new Diagnostics(java.trees(), Severities.usual());
    }

    /** Silences the watchdogs of this JVM, in whichever class loader they are: it weaves classes when it loads them. */
    public static void classesAreWovenWhenLoaded() {
        System.setProperty(WOVEN_WHEN_LOADED, "true");
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE
                && !mark.isSet()
                && System.getProperty(WOVEN_WHEN_LOADED) == null) {
            Declarations.of(java.trees(), event).ifPresent(this::attributed);
        }
    }

    @Override
    public void started(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.GENERATE) {
            unwoven.forEach(this::report);
            unwoven.clear();
        }
    }

    private void attributed(TreePath declaration) {
        SourceReader.read(java, functions, declaration).stream()
                .filter(ClassSource::mentionsCoroutine)
                .forEach(unwoven::add);
    }

    private void report(ClassSource source) {
        diagnostics.report(Diagnostic.of(
                DiagnosticKind.ProcessorNotRunning,
                SourcePosition.of(source.path()),
                java.elements().getBinaryName(source.element())));
    }
}
