package dev.reprise.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.SourcePosition;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.RuntimeNames;
import dev.reprise.processor.source.TypeText;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** A cold coroutine that is dropped has never run, which is seldom what its caller wanted. */
final class NeverAwaited implements Check {
    private final Attribution java;
    private final Suppression suppression;

    NeverAwaited(Attribution java) {
        this.java = java;
        this.suppression = new Suppression(java);
    }

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        for (TreePath path : body.droppedCalls()) {
            if (path.getLeaf() instanceof MethodInvocationTree call) {
                java.type(path)
                        .filter(type -> Attribution.isDeclaredAs(type, RuntimeNames.ASYNC))
                        .ifPresent(type -> checkCall(path, call, type, report));
            }
        }
    }

    private void checkCall(TreePath path, MethodInvocationTree call, TypeMirror type, Consumer<Diagnostic> report) {
        if (java.element(path).orElse(null) instanceof ExecutableElement method
                && !suppression.covers(path, DiagnosticKind.NeverAwaited)) {
            report.accept(Diagnostic.of(
                    DiagnosticKind.NeverAwaited,
                    new SourcePosition(path.getCompilationUnit(), call.getMethodSelect()),
                    TypeText.of(method),
                    TypeText.of(type)));
        }
    }
}
