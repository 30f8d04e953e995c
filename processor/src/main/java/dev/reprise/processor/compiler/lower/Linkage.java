package dev.reprise.processor.compiler.lower;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.analyse.DirectCalls;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.analyse.Wrapper;
import dev.reprise.processor.compiler.read.Coroutine;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * How the bodies of one class call each other.
 *
 * @param calls which coroutines they call directly
 * @param recursion which of these calls watch how much of the stack is left
 * @param results what the bodies return
 */
public record Linkage(DirectCalls calls, Recursion recursion, Results results) {

    /** Among the analysed coroutines of one class. */
    public static Linkage among(List<MethodAnalysis> analyses, DirectCalls calls) {
        return new Linkage(calls, Recursion.among(analyses, calls), Results.among(analyses, calls));
    }

    /** What the body of a coroutine returns: whether it yielded, its value, or the primitive that is its value. */
    public Type result(Coroutine coroutine) {
        return coroutine.kind().isGenerator()
                ? Type.BOOLEAN_TYPE
                : results.of(coroutine).map(Wrapper::primitive).orElse(Type.getObjectType(Abi.OBJECT));
    }

    /** Descriptor of the body of a coroutine. */
    public String bodyDescriptor(Coroutine coroutine) {
        return coroutine.bodyDescriptor(recursion.counts(coroutine), result(coroutine));
    }
}
