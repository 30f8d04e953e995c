package dev.reprise.processor.source;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What javac has found out about names and types. Of a tree that does not compile it knows nothing, and we say nothing about such a tree. */
public record Attribution(Trees trees, Elements elements, Types types) {

    public static Attribution of(JavacTask task) {
        return new Attribution(Trees.instance(task), task.getElements(), task.getTypes());
    }

    /** What the tree declares or refers to. */
    public Optional<Element> element(TreePath path) {
        return Optional.ofNullable(trees.getElement(path));
    }

    /** The type of an expression; of a lambda, the functional interface it is an instance of. */
    public Optional<TypeMirror> type(TreePath path) {
        return Optional.ofNullable(trees.getTypeMirror(path)).filter(type -> type.getKind() != TypeKind.ERROR);
    }

    /** The class whose objects carry values of the type; for {@code void}, {@code Void}. */
    public TypeMirror boxed(TypeMirror type) {
        if (type.getKind() == TypeKind.VOID) {
            return elements.getTypeElement("java.lang.Void").asType();
        }
        return type instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : type;
    }

    /** What the type is seen as the class or interface of that name, with its type arguments; empty if it is none. */
    public Optional<DeclaredType> as(String qualifiedName, TypeMirror type) {
        return as(types, qualifiedName, type);
    }

    /** As {@link #as(String, TypeMirror)}, where there are no trees. */
    public static Optional<DeclaredType> as(Types types, String qualifiedName, TypeMirror type) {
        if (isDeclaredAs(type, qualifiedName)) {
            return Optional.of((DeclaredType) type);
        }
        return types.directSupertypes(type).stream()
                .flatMap(above -> as(types, qualifiedName, above).stream())
                .findFirst();
    }

    /** Whether the type is declared as that class or interface; a subtype is not. */
    public static boolean isDeclaredAs(TypeMirror type, String qualifiedName) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(qualifiedName);
    }
}
