package dev.reprise.processor.check;

import com.sun.source.util.TreePath;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.RuntimeNames;
import dev.reprise.processor.source.Suspension;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** What a call of {@code yieldFrom} delegates to. */
record Delegated(Attribution java, TreePath value) {

    private static final List<String> ELEMENTS_FIRST =
            List.of("java.util.Iterator", "java.lang.Iterable", "java.util.stream.BaseStream");

    static Delegated by(Suspension yieldFrom, Attribution java) {
        return new Delegated(
                java,
                new TreePath(yieldFrom.path(), yieldFrom.call().getArguments().get(0)));
    }

    /** The type of its elements, empty if that is open. */
    Optional<TypeMirror> elements() {
        return java.type(value).flatMap(type -> elementsOf(type, java));
    }

    /** The type of the elements of an iterator, iterable or stream, empty if that is open. */
    static Optional<TypeMirror> elementsOf(TypeMirror source, Attribution java) {
        return ELEMENTS_FIRST.stream()
                .flatMap(name -> argument(source, name, 0, java).stream())
                .findFirst()
                .map(type -> isCaptured(type) ? ((TypeVariable) type).getUpperBound() : type);
    }

    /** The type of the values it is sent, empty if it takes none or that is open. */
    Optional<TypeMirror> sent() {
        return java.type(value)
                .flatMap(type -> argument(type, RuntimeNames.GENERATOR, 1, java))
                .map(type -> isCaptured(type) ? ((TypeVariable) type).getLowerBound() : type)
                .filter(type -> type.getKind() != TypeKind.NULL);
    }

    /** Whether javac made the type of a wildcard: its name is not one that a source can have. */
    private static boolean isCaptured(TypeMirror type) {
        return type instanceof TypeVariable variable
                && variable.asElement().getSimpleName().toString().startsWith("<");
    }

    private static Optional<TypeMirror> argument(TypeMirror source, String name, int index, Attribution java) {
        return Optional.of(source)
                .filter(type -> type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.TYPEVAR)
                .flatMap(type -> java.as(name, type))
                .map(type -> (DeclaredType) java.types().capture(type))
                .map(DeclaredType::getTypeArguments)
                .filter(arguments -> index < arguments.size())
                .map(arguments -> arguments.get(index));
    }
}
