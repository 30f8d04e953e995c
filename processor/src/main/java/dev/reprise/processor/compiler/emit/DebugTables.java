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

    /** @param slots where the body has the variable of a slot of the method */
    static void copy(MethodNode method, MethodVisitor body, IntUnaryOperator slots) {
        if (method.localVariables != null) {
            for (LocalVariableNode variable : method.localVariables) {
                body.visitLocalVariable(
                        variable.name,
                        variable.desc,
                        variable.signature,
                        variable.start.getLabel(),
                        variable.end.getLabel(),
                        slots.applyAsInt(variable.index));
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
