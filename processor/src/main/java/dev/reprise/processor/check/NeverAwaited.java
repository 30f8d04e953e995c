package dev.reprise.processor.check;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
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
    private static final String IN_COROUTINE =
            "Write await(...) around it, or make it a task with EventLoop.current().createTask(...).";
    private static final String ELSEWHERE =
            "Nobody can await here: make it a task with EventLoop.current().createTask(...), or run it as a program with"
                    + " EventLoop.run(...).";

    private final Attribution java;
    private final Suppression suppression;

    NeverAwaited(Attribution java) {
        this.java = java;
        this.suppression = new Suppression(java);
    }

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        for (TreePath path : body.dropped()) {
            checkValue(path, body.coroutine().isPresent() ? IN_COROUTINE : ELSEWHERE, report);
        }
    }

    private void checkValue(TreePath path, String mend, Consumer<Diagnostic> report) {
        Tree value = path.getLeaf();
        if (value instanceof ParenthesizedTree inner) {
            checkValue(new TreePath(path, inner.getExpression()), mend, report);
        } else if (value instanceof TypeCastTree cast) {
            checkValue(new TreePath(path, cast.getExpression()), mend, report);
        } else if (value instanceof ConditionalExpressionTree branches) {
            checkValue(new TreePath(path, branches.getTrueExpression()), mend, report);
            checkValue(new TreePath(path, branches.getFalseExpression()), mend, report);
        } else if (value instanceof MethodInvocationTree call) {
            java.type(path).ifPresent(type -> checkCoroutine(path, call.getMethodSelect(), type, mend, report));
        } else if (value instanceof MemberReferenceTree
                && java.element(path).orElse(null) instanceof ExecutableElement method) {
            checkCoroutine(path, value, method.getReturnType(), mend, report);
        }
    }

    private void checkCoroutine(
            TreePath path, Tree position, TypeMirror type, String mend, Consumer<Diagnostic> report) {
        if (Attribution.isDeclaredAs(type, RuntimeNames.ASYNC)
                && java.element(path).orElse(null) instanceof ExecutableElement method
                && !suppression.covers(path, DiagnosticKind.NeverAwaited)) {
            report.accept(Diagnostic.of(
                    DiagnosticKind.NeverAwaited,
                    new SourcePosition(path.getCompilationUnit(), position),
                    TypeText.of(method),
                    TypeText.of(type),
                    mend));
        }
    }
}
