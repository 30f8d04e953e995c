package dev.reprise.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.SourcePosition;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.CoroutineKind;
import dev.reprise.processor.source.TypeText;
import java.util.Objects;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;

/** A coroutine of a loop that makes its thread wait stops every other task of that loop. */
final class BlockingCall implements Check {
    private final Attribution java;
    private final Suppression suppression;

    BlockingCall(Attribution java) {
        this.java = java;
        this.suppression = new Suppression(java);
    }

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        if (body.coroutine().filter(it -> runsOnLoop(it.kind())).isPresent()) {
            for (TreePath call : body.calls()) {
                if (java.element(call).orElse(null) instanceof ExecutableElement method) {
                    BlockingMethod.of(method, java).ifPresent(blocking -> checkCall(call, method, blocking, report));
                }
            }
        }
    }

    /** Whoever pulls a generator runs it, and may be any thread. */
    private static boolean runsOnLoop(CoroutineKind kind) {
        return kind.awaits();
    }

    private void checkCall(
            TreePath path, ExecutableElement method, BlockingMethod blocking, Consumer<Diagnostic> report) {
        if (!suppression.covers(path, DiagnosticKind.BlockingCall)) {
            MethodInvocationTree call = (MethodInvocationTree) path.getLeaf();
            report.accept(Diagnostic.of(
                    DiagnosticKind.BlockingCall,
                    new SourcePosition(path.getCompilationUnit(), call.getMethodSelect()),
                    Objects.requireNonNull(method.getEnclosingElement()).getSimpleName() + "." + TypeText.of(method),
                    blocking.instead()));
        }
    }
}
