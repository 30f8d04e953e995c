package dev.reprise.processor.check;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.util.TreePath;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.SourcePosition;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.Coroutine;
import dev.reprise.processor.source.Suspension;
import dev.reprise.processor.source.SuspensionKind;
import dev.reprise.processor.source.TypeText;
import java.util.function.Consumer;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** A generator gives out what its return type says. */
final class YieldType implements Check {
    private final Attribution java;

    YieldType(Attribution java) {
        this.java = java;
    }

    @Override
    public void check(Body body, Consumer<Diagnostic> report) {
        body.coroutine()
                .ifPresent(generator -> generator.yieldedType().ifPresent(wanted -> {
                    for (Suspension suspension : body.suspensions()) {
                        if (suspension.kind() == SuspensionKind.YIELD) {
                            checkValue(generator, wanted, suspension, report);
                        }
                    }
                }));
    }

    private void checkValue(Coroutine generator, TypeMirror wanted, Suspension yield, Consumer<Diagnostic> report) {
        ExpressionTree value = yield.call().getArguments().get(0);
        TreePath path = new TreePath(yield.path(), value);
        java.type(path)
                .filter(type -> type.getKind() != TypeKind.VOID && !fits(value, type, wanted))
                .ifPresent(type -> report.accept(Diagnostic.of(
                        DiagnosticKind.YieldType,
                        SourcePosition.of(path),
                        TypeText.of(type),
                        generator.text(),
                        TypeText.of(wanted))));
    }

    private boolean fits(ExpressionTree value, TypeMirror type, TypeMirror wanted) {
        Types types = java.types();
        // javac passes a constant as an object of its own type: 1 is an Integer where a Byte or Long is wanted.
        return types.isAssignable(java.boxed(type), wanted)
                || isInferred(value) && types.isAssignable(types.erasure(type), types.erasure(wanted));
    }

    /** Whether javac chose the type arguments to suit the parameter of {@code yield}: they say nothing about the value. */
    private static boolean isInferred(ExpressionTree value) {
        if (value instanceof ParenthesizedTree parenthesized) {
            return isInferred(parenthesized.getExpression());
        }
        return value instanceof MethodInvocationTree call
                        && call.getTypeArguments().isEmpty()
                || value instanceof NewClassTree creation
                        && creation.getIdentifier() instanceof ParameterizedTypeTree type
                        && type.getTypeArguments().isEmpty()
                || value instanceof ConditionalExpressionTree
                || value instanceof SwitchExpressionTree;
    }
}
