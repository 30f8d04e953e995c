package dev.reprise.processor.source;

import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * What a body is if it may suspend.
 *
 * @param text as it is named in messages, {@code load(String)} or {@code this lambda}
 */
public record Coroutine(CoroutineKind kind, DeclaredType returnType, String text) {

    /** The type of the values it gives out, empty if the return type is raw or leaves it open. */
    public Optional<TypeMirror> yieldedType() {
        return kind.yields() ? argument(0) : Optional.empty();
    }

    /** The type of the values it is sent, empty if the return type is raw or leaves it open. */
    public Optional<TypeMirror> sentType() {
        return kind == CoroutineKind.GENERATOR ? argument(1) : Optional.empty();
    }

    private Optional<TypeMirror> argument(int index) {
        List<? extends TypeMirror> arguments = returnType.getTypeArguments();
        if (index >= arguments.size()) {
            return Optional.empty();
        }
        TypeMirror argument = arguments.get(index);
        if (argument instanceof WildcardType wildcard) {
            return Optional.ofNullable(wildcard.getExtendsBound());
        }
        return argument.getKind() == TypeKind.ERROR ? Optional.empty() : Optional.of(argument);
    }
}
