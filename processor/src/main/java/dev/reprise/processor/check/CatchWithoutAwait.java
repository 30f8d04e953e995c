package dev.reprise.processor.check;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.SourcePosition;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.RuntimeNames;
import dev.reprise.processor.source.TypeText;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The checked exceptions of a cold coroutine are declared where it is made and come out where it is awaited. A catch
 * around the first that leaves out the second satisfies javac and catches nothing.
 */
final class CatchWithoutAwait implements Check {
    private final Attribution java;
    private final Suppression suppression;

    CatchWithoutAwait(Attribution java) {
        this.java = java;
        this.suppression = new Suppression(java);
    }

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        if (body.tries().isEmpty() || body.calls().stream().noneMatch(this::isCold)) {
            return;
        }
        for (TreePath path : body.tries()) {
            for (CatchTree handler : ((TryTree) path.getLeaf()).getCatches()) {
                Tree caught = handler.getParameter().getType();
                List<? extends Tree> alternatives =
                        caught instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(caught);
                for (Tree alternative : alternatives) {
                    checkCatch(path, handler, alternative, report);
                }
            }
        }
    }

    private boolean isCold(TreePath call) {
        return java.type(call)
                .filter(type -> Attribution.isDeclaredAs(type, RuntimeNames.ASYNC))
                .isPresent();
    }

    private void checkCatch(TreePath path, CatchTree handler, Tree caught, Consumer<Diagnostic> report) {
        TreePath place = new TreePath(new TreePath(new TreePath(path, handler), handler.getParameter()), caught);
        TypeMirror type = java.type(place).filter(this::isChecked).orElse(null);
        if (type == null || suppression.covers(path, DiagnosticKind.CatchWithoutAwait)) {
            return;
        }
        ThrowingCode code = ThrowingCode.of(java, path, type);
        if (!code.throwsItself() && !code.coroutines().isEmpty()) {
            ExecutableElement first = code.coroutines().get(0);
            report.accept(Diagnostic.of(
                    DiagnosticKind.CatchWithoutAwait,
                    new SourcePosition(path.getCompilationUnit(), caught),
                    TypeText.of(type),
                    TypeText.of(first)));
        }
    }

    /** Whether javac wants code in the try that throws it: not so for what everything may throw. */
    private boolean isChecked(TypeMirror type) {
        return !isSubtype(type, "java.lang.RuntimeException")
                && !isSubtype(type, "java.lang.Error")
                && !Attribution.isDeclaredAs(type, "java.lang.Exception")
                && !Attribution.isDeclaredAs(type, "java.lang.Throwable");
    }

    private boolean isSubtype(TypeMirror type, String qualifiedName) {
        return java.as(qualifiedName, type).isPresent();
    }
}
