package dev.reprise.processor.check;

import com.sun.source.tree.ConditionalExpressionTree;
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
import dev.reprise.processor.source.CoroutineKind;
import dev.reprise.processor.source.Suspension;
import dev.reprise.processor.source.SuspensionKind;
import dev.reprise.processor.source.TypeText;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
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
                .ifPresent(generator -> wanted(generator).ifPresent(wanted -> {
                    for (Suspension suspension : body.suspensions()) {
                        if (suspension.kind() == SuspensionKind.YIELD) {
                            TreePath value = new TreePath(
                                    suspension.path(),
                                    suspension.call().getArguments().get(0));
                            checkValue(generator, wanted, value, report);
                        } else if (suspension.kind() == SuspensionKind.YIELD_FROM) {
                            checkElements(generator, wanted, Delegated.by(suspension, java), report);
                        }
                    }
                }));
    }

    /** The streams and iterators of a primitive type say what it is in their supertype. */
    private Optional<TypeMirror> wanted(Coroutine generator) {
        return generator.kind() == CoroutineKind.PULLED_GENERATOR
                        && generator.returnType().getTypeArguments().isEmpty()
                ? Delegated.elementsOf(generator.returnType(), java)
                : generator.yieldedType();
    }

    private void checkElements(
            Coroutine generator, TypeMirror wanted, Delegated delegated, Consumer<Diagnostic> report) {
        if (inference(delegated.value()) != Inference.NONE) {
            return;
        }
        delegated
                .elements()
                .filter(elements -> !java.types().isAssignable(elements, wanted))
                .ifPresent(elements -> report.accept(Diagnostic.of(
                        DiagnosticKind.YieldType,
                        SourcePosition.of(delegated.value()),
                        TypeText.of(elements),
                        generator.text(),
                        TypeText.of(wanted))));
    }

    private void checkValue(Coroutine generator, TypeMirror wanted, TreePath value, Consumer<Diagnostic> report) {
        if (value.getLeaf() instanceof ParenthesizedTree parenthesized) {
            checkValue(generator, wanted, new TreePath(value, parenthesized.getExpression()), report);
            return;
        }
        java.type(value)
                .filter(type -> type.getKind() != TypeKind.VOID && !fits(value, type, wanted))
                .ifPresent(type -> {
                    if (value.getLeaf() instanceof ConditionalExpressionTree choice) {
                        checkValue(generator, wanted, new TreePath(value, choice.getTrueExpression()), report);
                        checkValue(generator, wanted, new TreePath(value, choice.getFalseExpression()), report);
                    } else {
                        report.accept(Diagnostic.of(
                                DiagnosticKind.YieldType,
                                SourcePosition.of(value),
                                TypeText.of(type),
                                generator.text(),
                                TypeText.of(wanted)));
                    }
                });
    }

    private boolean fits(TreePath value, TypeMirror type, TypeMirror wanted) {
        Types types = java.types();
        // javac passes a constant as an object of its own type: 1 is an Integer where a Byte or Long is wanted.
        if (types.isAssignable(java.boxed(type), wanted)) {
            return true;
        }
        TypeMirror erased = types.erasure(wanted);
        return switch (inference(value)) {
            case NONE -> false;
            case ARGUMENTS -> types.isAssignable(types.erasure(type), erased);
            case WHOLE -> true;
        };
    }

    /** How much of a value's type javac made up to suit the parameter of {@code yield}, which takes anything. */
    private enum Inference {
        NONE,
        ARGUMENTS,
        WHOLE
    }

    private Inference inference(TreePath path) {
        if (path.getLeaf() instanceof SwitchExpressionTree) {
            return Inference.WHOLE;
        }
        if (path.getLeaf() instanceof NewClassTree creation) {
            boolean diamond = creation.getIdentifier() instanceof ParameterizedTypeTree type
                    && type.getTypeArguments().isEmpty();
            return diamond ? Inference.ARGUMENTS : Inference.NONE;
        }
        if (path.getLeaf() instanceof MethodInvocationTree call
                && call.getTypeArguments().isEmpty()
                && java.element(path).orElse(null) instanceof ExecutableElement method
                && !method.getTypeParameters().isEmpty()) {
            return method.getReturnType().getKind() == TypeKind.TYPEVAR ? Inference.WHOLE : Inference.ARGUMENTS;
        }
        return Inference.NONE;
    }
}
