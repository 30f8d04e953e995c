package dev.reprise.processor.check;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.SourcePosition;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.Coroutine;
import dev.reprise.processor.source.CoroutineKind;
import dev.reprise.processor.source.RuntimeNames;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** A generator ends with {@code Generator.end()}: the object that its type promises is made by the compiler. */
final class GeneratorReturn implements Check {
    private final Attribution java;

    GeneratorReturn(Attribution java) {
        this.java = java;
    }

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        body.coroutine().filter(coroutine -> coroutine.kind().yields()).ifPresent(generator -> {
            for (TreePath value : body.returns()) {
                if (!ends(value)) {
                    report.accept(Diagnostic.of(
                            DiagnosticKind.GeneratorReturn,
                            SourcePosition.of(value),
                            generator.text(),
                            mend(generator)));
                }
            }
        });
    }

    private boolean ends(TreePath path) {
        Tree value = path.getLeaf();
        if (value instanceof ParenthesizedTree parenthesized) {
            return ends(path, parenthesized.getExpression());
        }
        if (value instanceof TypeCastTree cast) {
            return ends(path, cast.getExpression());
        }
        if (value instanceof ConditionalExpressionTree choice) {
            return ends(path, choice.getTrueExpression()) && ends(path, choice.getFalseExpression());
        }
        return value.getKind() == Tree.Kind.NULL_LITERAL
                || value instanceof SwitchExpressionTree
                || java.type(path).isEmpty()
                || java.element(path).filter(GeneratorReturn::isEnd).isPresent();
    }

    private boolean ends(TreePath path, ExpressionTree part) {
        return ends(new TreePath(path, part));
    }

    private static boolean isEnd(Element element) {
        return element.getSimpleName().contentEquals(RuntimeNames.END)
                && element.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals(RuntimeNames.GENERATOR);
    }

    private static String mend(Coroutine generator) {
        return generator.kind() == CoroutineKind.GENERATOR
                ? "End it with return Generator.end(...)."
                : "End it with return Generator.end(), or remove @Coroutine if it only hands on what others made.";
    }
}
