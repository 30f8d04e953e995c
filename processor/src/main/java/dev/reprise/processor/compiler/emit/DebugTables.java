package dev.reprise.processor.compiler.emit;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Carries what a method says about its variables over to its body: names, types, generic types, annotations. */
final class DebugTables {

    private DebugTables() {}

    /**
     * For a body in which each variable holds its value wherever it is in scope.
     *
     * @param slots where the body has the variable of a slot of the method
     */
    static void copy(MethodNode method, MethodVisitor body, IntUnaryOperator slots) {
        copy(method, body, slots, new Scopes(method));
    }

    /**
     * For any body.
     *
     * @param slots where the body has the variable of a slot of the method
     * @param scopes where the variables hold their values
     */
    static void copy(MethodNode method, MethodVisitor body, IntUnaryOperator slots, Scopes scopes) {
        if (method.localVariables != null) {
            for (LocalVariableNode variable : method.localVariables) {
                for (Scopes.Range range : scopes.of(variable)) {
                    body.visitLocalVariable(
                            variable.name,
                            variable.desc,
                            variable.signature,
                            range.from(),
                            range.to(),
                            slots.applyAsInt(variable.index));
                }
            }
        }
        copyAnnotations(method.visibleLocalVariableAnnotations, true, body, slots);
        copyAnnotations(method.invisibleLocalVariableAnnotations, false, body, slots);
    }

    private static void copyAnnotations(
            @Nullable List<LocalVariableAnnotationNode> annotations,
            boolean visible,
            MethodVisitor body,
            IntUnaryOperator slots) {
        if (annotations == null) {
            return;
        }
        for (LocalVariableAnnotationNode annotation : annotations) {
            AnnotationVisitor copy = body.visitLocalVariableAnnotation(
                    annotation.typeRef,
                    annotation.typePath,
                    labels(annotation.start),
                    labels(annotation.end),
                    annotation.index.stream()
                            .mapToInt(Integer::intValue)
                            .map(slots)
                            .toArray(),
                    annotation.desc,
                    visible);
            annotation.accept(copy);
        }
    }

    private static Label[] labels(List<LabelNode> nodes) {
        return nodes.stream().map(LabelNode::getLabel).toArray(Label[]::new);
    }
}
