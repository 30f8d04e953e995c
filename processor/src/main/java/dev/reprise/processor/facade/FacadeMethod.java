package dev.reprise.processor.facade;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/**
 * A method with a coroutine's result, as the annotated type has it.
 *
 * @param element its declaration, in the annotated type or above
 * @param type its signature in the annotated type, where type parameters of supertypes have their values
 * @param gives what it returns
 * @param value the type of the result or of the elements
 */
record FacadeMethod(ExecutableElement element, ExecutableType type, Gives gives, TypeMirror value) {

    /** What a method returns. */
    enum Gives {
        COROUTINE("dev.reprise.Async"),
        STAGE("java.util.concurrent.CompletionStage"),
        ELEMENTS("dev.reprise.AsyncIterable");

        private final String type;

        Gives(String type) {
            this.type = type;
        }

        /** The qualified name of the type that it returns, or whose subtype it does. */
        String type() {
            return type;
        }
    }

    List<? extends TypeMirror> parameterTypes() {
        return type.getParameterTypes();
    }
}
