package dev.reprise.processor.compiler.analyse;

import dev.reprise.processor.compiler.Abi;
import dev.reprise.processor.compiler.read.Coroutine;
import dev.reprise.processor.compiler.read.SuspendingCall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * What the frame of a generator keeps an element as. A primitive is kept as it is and boxed only for those who pull an
 * object, if every yield boxes one and nothing else can come out.
 */
public enum ElementType {
    OBJECT(null, ""),
    INT(Wrapper.INTEGER, "Int"),
    LONG(Wrapper.LONG, "Long"),
    DOUBLE(Wrapper.DOUBLE, "Double");

    private final @Nullable Wrapper wrapper;
    private final String name;

    ElementType(@Nullable Wrapper wrapper, String name) {
        this.wrapper = wrapper;
        this.name = name;
    }

    /** The type of the elements of a generator. */
    static ElementType of(Coroutine generator, Flow flow, List<SuspensionPoint> points) {
        for (ElementType primitive : List.of(INT, LONG, DOUBLE)) {
            if (primitive.isPromisedBy(generator)) {
                return primitive;
            }
            List<SuspensionPoint> yields = points.stream()
                    .filter(point -> point.operation() == SuspendingCall.YIELD)
                    .toList();
            if (!yields.isEmpty()
                    && yields.stream()
                            .allMatch(point -> primitive.boxing(flow, point).isPresent())
                    && primitive.isWhole(generator, yields.size() == points.size())) {
                return primitive;
            }
        }
        return OBJECT;
    }

    /** The type that a yield gives the frame. */
    public Type type() {
        return wrapper == null ? Type.getObjectType(Abi.OBJECT) : wrapper.primitive();
    }

    /** The class whose objects carry such elements; empty for objects. */
    public Optional<Wrapper> wrapper() {
        return Optional.ofNullable(wrapper);
    }

    /** Internal name of the class that the frame extends. */
    public String frameBase() {
        return Abi.GENERATOR_FRAME.replace("GeneratorFrame", name + "GeneratorFrame");
    }

    /** Internal name of what takes such elements. */
    public String consumer() {
        return "java/util/function/" + name + "Consumer";
    }

    /** The method of {@link Abi#PUSH} that gives the one who takes them. */
    public String takenAs() {
        return name.isEmpty() ? "objects" : name.toLowerCase(Locale.ROOT) + "s";
    }

    /** The call that makes an object of the value just before it is yielded. */
    public Optional<AbstractInsnNode> boxing(Flow flow, SuspensionPoint yield) {
        return flow.adjacentBefore(yield.index()).filter(before -> wrapper != null && wrapper.isBoxing(before));
    }

    private boolean isPromisedBy(Coroutine generator) {
        String returned = Type.getReturnType(generator.method().desc).getInternalName();
        return returned.equals("java/util/stream/" + name + "Stream")
                || returned.equals("java/util/PrimitiveIterator$Of" + name);
    }

    /** Whether the declaration says that no other elements come out; without one, what it gives out itself has to do. */
    private boolean isWhole(Coroutine generator, boolean givesOutItself) {
        String signature = generator.method().signature;
        if (signature == null) {
            return givesOutItself;
        }
        String returned = signature.substring(signature.indexOf(')') + 1);
        return wrapper != null
                && returned.startsWith("<L" + wrapper.internalName() + ";", Math.max(returned.indexOf('<'), 0));
    }
}
