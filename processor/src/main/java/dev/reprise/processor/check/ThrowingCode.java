package dev.reprise.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.RuntimeNames;
import dev.reprise.processor.source.SuspensionKind;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Where the code of a {@code try} declares that it throws a checked exception. */
final class ThrowingCode extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Attribution java;
    private final TypeMirror exception;
    private final List<ExecutableElement> coroutines = new ArrayList<>();
    private boolean throwsItself;

    private ThrowingCode(Attribution java, TypeMirror exception) {
        this.java = java;
        this.exception = exception;
    }

    /** Reads the resources and the block of {@code tried}, not its catches. */
    static ThrowingCode of(Attribution java, TreePath tried, TypeMirror exception) {
        ThrowingCode code = new ThrowingCode(java, exception);
        TryTree tree = (TryTree) tried.getLeaf();
        code.throwsItself = !tree.getResources().isEmpty();
        code.scan(new TreePath(tried, tree.getBlock()), null);
        return code;
    }

    /** The methods called that declare the exception and only make a cold coroutine. */
    List<ExecutableElement> coroutines() {
        return coroutines;
    }

    /** Whether the exception may come out of the code: by an await, a throw, or a call that declares it. */
    boolean throwsItself() {
        return throwsItself;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        Element called = java.element(getCurrentPath()).orElse(null);
        if (called == null || SuspensionKind.of(called).isPresent()) {
            throwsItself = true;
        } else if (declares(called)) {
            ExecutableElement method = (ExecutableElement) called;
            if (Attribution.isDeclaredAs(method.getReturnType(), RuntimeNames.ASYNC)) {
                coroutines.add(method);
            } else {
                throwsItself = true;
            }
        }
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        throwsItself |= java.element(getCurrentPath()).filter(this::declares).isPresent();
        return super.visitNewClass(tree, null);
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
        throwsItself = true;
        return super.visitThrow(tree, null);
    }

    /** What the close of a resource throws is declared nowhere in the tree. */
    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
        throwsItself |= !tree.getResources().isEmpty();
        return super.visitTry(tree, null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        return null;
    }

    private boolean declares(Element called) {
        return called instanceof ExecutableElement method
                && method.getThrownTypes().stream()
                        .anyMatch(thrown -> java.types().isSubtype(thrown, exception)
                                || java.types().isSubtype(exception, thrown));
    }
}
