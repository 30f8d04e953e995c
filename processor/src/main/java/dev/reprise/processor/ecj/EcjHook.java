package dev.reprise.processor.ecj;

import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import javax.annotation.processing.ProcessingEnvironment;

/*
 * ecj closes the class loader of its processors after the last round, and generates code after that. So what weaves is loaded a
 * second time, by a loader that only its classes refer to: it goes when the compilation goes.
 */
/** The way into a compilation of Eclipse's batch compiler, also when it is called as a {@code javax.tools.JavaCompiler}. */
public final class EcjHook {

    /** The IDE has environments of its own, in another package; how it stores class files is not known here. */
    private static final String BATCH = "org.eclipse.jdt.internal.compiler.apt.";

    private EcjHook() {}

    /** Whether the environment belongs to Eclipse's batch compiler. */
    public static boolean suits(ProcessingEnvironment environment) {
        return environment.getClass().getName().startsWith(BATCH);
    }

    /**
     * Weaves what the compilation will generate.
     *
     * @param environment one that {@linkplain #suits suits}
     * @throws ReflectiveOperationException if this version of ecj lacks something that is needed; nothing has been changed then
     */
    public static void install(ProcessingEnvironment environment) throws ReflectiveOperationException {
        try {
            Class.forName(Requestor.class.getName(), true, loader())
                    .getMethod("install", ProcessingEnvironment.class)
                    .invoke(null, environment);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof ReflectiveOperationException missing
                    ? missing
                    : new ReflectiveOperationException(e.getCause());
        }
    }

    /** ecj closes a loader only if it is of this kind. */
    private static ClassLoader loader() {
        return EcjHook.class.getClassLoader() instanceof URLClassLoader closing
                ? new URLClassLoader(closing.getURLs(), closing.getParent())
                : EcjHook.class.getClassLoader();
    }
}
