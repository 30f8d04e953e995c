package dev.reprise.processor.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.Diagnostics;
import dev.reprise.processor.diagnostic.SourcePosition;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.ClassSource;
import dev.reprise.processor.source.SourceReader;

/** Reports classes with coroutines in a compilation in which the processor does not run. */
public final class WatchdogListener implements TaskListener {
    private final RunningMark mark;
    private final Attribution java;
    private final Diagnostics diagnostics;

    public WatchdogListener(JavacTask task) {
        mark = new RunningMark(task);
        java = Attribution.of(task);
        diagnostics = new Diagnostics(java.trees());
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE && !mark.isSet()) {
            Declarations.of(java.trees(), event).ifPresent(this::check);
        }
    }

    private void check(TreePath declaration) {
        if (SourceReader.read(java, declaration).stream().anyMatch(ClassSource::mentionsCoroutine)) {
            diagnostics.report(Diagnostic.of(
                    DiagnosticKind.ProcessorNotRunning,
                    SourcePosition.of(declaration),
                    java.trees().getElement(declaration)));
        }
    }
}
