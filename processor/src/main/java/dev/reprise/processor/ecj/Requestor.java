package dev.reprise.processor.ecj;

import dev.reprise.processor.source.SupertypeNames;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/** Stands between ecj and whoever it hands its results to, and weaves each of them on its way. */
public final class Requestor implements InvocationHandler {
    private final Ecj ecj;
    private final Object next;
    private final SupertypeNames names;

    private Requestor(Ecj ecj, SupertypeNames names) {
        this.ecj = ecj;
        this.next = ecj.requestor();
        this.names = names;
    }

    /**
     * Takes its place in a compilation. Called by name, because {@link EcjHook} is the same class for another loader.
     *
     * @throws ReflectiveOperationException if this version of ecj lacks something that is needed
     */
    public static void install(ProcessingEnvironment environment) throws ReflectiveOperationException {
        Ecj ecj = Ecj.of(environment);
        Requestor requestor =
                new Requestor(ecj, new SupertypeNames(environment.getElementUtils(), environment.getTypeUtils()));
        Class<?> type = ecj.requestorType();
        ecj.setRequestor(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, requestor));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        if (method.getName().equals("acceptResult") && arguments != null) {
            new UnitWeaver(new Unit(ecj, arguments[0]), names).weave();
        }
        return Members.call(method, next, arguments == null ? new Object[0] : arguments);
    }
}
