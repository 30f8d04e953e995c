package dev.reprise.processor.source;

import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** A body while its trees are being read. */
final class BodyReading {
    final List<Suspension> suspensions = new ArrayList<>();
    final List<TreePath> references = new ArrayList<>();
    final List<TreePath> returns = new ArrayList<>();
    final List<TreePath> calls = new ArrayList<>();
    final List<TreePath> tries = new ArrayList<>();
    final List<TreePath> dropped = new ArrayList<>();

    /** What was assigned to the local variables of this body. */
    final Map<Element, List<TreePath>> assigned = new LinkedHashMap<>();

    /** How many synchronized blocks of this body are open. */
    int monitors;

    private final TreePath path;

    BodyReading(TreePath path) {
        this.path = path;
    }

    Body finish(Place place) {
        return new Body(
                place,
                path,
                coroutine(place),
                List.copyOf(suspensions),
                List.copyOf(references),
                List.copyOf(returns),
                List.copyOf(calls),
                List.copyOf(tries),
                List.copyOf(dropped));
    }

    private Optional<Coroutine> coroutine(Place place) {
        if (place instanceof Place.OfMethod method && method.annotated()) {
            ExecutableElement element = method.element();
            return coroutine(element.getReturnType(), TypeText.of(element));
        }
        if (place instanceof Place.OfLambda lambda) {
            return lambda.returnType().flatMap(type -> coroutine(type, "this lambda"));
        }
        return Optional.empty();
    }

    private static Optional<Coroutine> coroutine(TypeMirror returnType, String text) {
        return CoroutineKind.of(returnType).map(kind -> new Coroutine(kind, (DeclaredType) returnType, text));
    }
}
