package dev.reprise.processor.source;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** What a body is the body of. */
public sealed interface Place {

    Tree tree();

    /** A method, annotated or not. */
    record OfMethod(MethodTree tree, ExecutableElement element, boolean annotated) implements Place {}

    /**
     * A lambda.
     *
     * @param returnType what the method of its functional interface returns; empty if javac could not tell, or if nothing suspends in
     *     the lambda
     */
    record OfLambda(LambdaExpressionTree tree, Optional<TypeMirror> returnType) implements Place {}

    /**
     * Code that runs while an object or class is made: a constructor, an initialiser block, the initialiser of a field.
     *
     * @param text as it is named in messages, {@code the constructor of Foo}
     */
    record OfInitializer(Tree tree, String text) implements Place {}
}
