package dev.reprise.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.source.Attribution;
import java.util.Arrays;
import javax.lang.model.element.Element;

/** {@code @SuppressWarnings} with the name of one of our warnings, on a declaration around the place it is about. */
final class Suppression {
    private final Attribution java;

    Suppression(Attribution java) {
        this.java = java;
    }

    boolean covers(TreePath place, DiagnosticKind kind) {
        for (TreePath path = place; path != null; path = path.getParentPath()) {
            boolean declares = path.getLeaf() instanceof ClassTree
                    || path.getLeaf() instanceof MethodTree
                    || path.getLeaf() instanceof VariableTree;
            if (declares && java.element(path).filter(it -> names(it, kind)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(Element declaration, DiagnosticKind kind) {
        SuppressWarnings annotation = declaration.getAnnotation(SuppressWarnings.class);
        return annotation != null && Arrays.asList(annotation.value()).contains(kind.tag());
    }
}
