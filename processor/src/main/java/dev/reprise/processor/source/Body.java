package dev.reprise.processor.source;

import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of code that suspends as a whole or not at all: the body of a method, of a lambda, or of an initialiser, without the lambdas and classes inside it.
 *
 * @param path the method, lambda, block or field
 * @param suspensions calls that suspend
 * @param references method references to methods that suspend
 * @param returns its return statements; of a lambda without braces, its expression
 * @param calls method calls that do not suspend
 * @param tries try statements
 * @param dropped expressions whose value nobody takes, or a variable takes that nobody reads, and method references of which
 *     nobody takes the result
 */
public record Body(
        Place place,
        TreePath path,
        Optional<Coroutine> coroutine,
        List<Suspension> suspensions,
        List<TreePath> references,
        List<TreePath> returns,
        List<TreePath> calls,
        List<TreePath> tries,
        List<TreePath> dropped) {

    /** Whether javac's class file will hold something for us to compile. */
    public boolean mentionsCoroutine() {
        return !suspensions.isEmpty() || isAnnotated();
    }

    /** Whether it is a method that carries the annotation, rightly or wrongly. */
    public boolean isAnnotated() {
        return place instanceof Place.OfMethod method && method.annotated();
    }
}
