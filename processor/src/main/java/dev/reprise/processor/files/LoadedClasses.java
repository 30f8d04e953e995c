package dev.reprise.processor.files;

import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.ClassPath;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import dev.reprise.processor.diagnostic.Diagnostic;
import java.io.PrintStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the coroutines of classes while a JVM loads them. What cannot be compiled is said on a stream, and fails when it
 * is first awaited. Called by any number of threads.
 */
public final class LoadedClasses implements ClassFileTransformer {
    private static final byte[] OURS = "dev/reprise/".getBytes(StandardCharsets.US_ASCII);

    private final MethodHandle defineClass;
    private final PrintStream errors;

    private LoadedClasses(MethodHandle defineClass, PrintStream errors) {
        this.defineClass = defineClass;
        this.errors = errors;
    }

    /** Prepares the JVM for frame classes to be defined beside the class that is being loaded. */
    public static LoadedClasses of(Instrumentation instrumentation, PrintStream errors) {
        Module here = LoadedClasses.class.getModule();
        instrumentation.redefineModule(
                Object.class.getModule(), Set.of(), Map.of(), Map.of("java.lang", Set.of(here)), Set.of(), Map.of());
        try {
            MethodHandle defineClass = MethodHandles.privateLookupIn(ClassLoader.class, MethodHandles.lookup())
                    .findVirtual(
                            ClassLoader.class,
                            "defineClass",
                            MethodType.methodType(
                                    Class.class,
                                    String.class,
                                    byte[].class,
                                    int.class,
                                    int.class,
                                    ProtectionDomain.class));
            return new LoadedClasses(defineClass, errors);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("java.lang.ClassLoader has no defineClass to call", e);
        }
    }

    /** A class that is redefined keeps its coroutines: what a debugger puts in their place has to be woven already. */
    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (loader == null || name == null || redefined != null || !mentionsUs(bytes)) {
            return null;
        }
        try {
            Outcome outcome = CoroutineCompiler.compile(new ClassBytes(name, bytes), new ClassPath(loader));
            if (outcome instanceof Outcome.Refused refused) {
                refused.problems().forEach(this::report);
            } else if (outcome instanceof Outcome.Woven woven) {
                for (ClassBytes frame : woven.frames()) {
                    define(frame, loader, domain);
                }
                return woven.rewritten().bytes();
            }
        } catch (Throwable e) {
            // what a transformer throws, the JVM swallows
            report(Diagnostic.ofFailure(name, e));
        }
        return null;
    }

    private void define(ClassBytes frame, ClassLoader loader, @Nullable ProtectionDomain domain) throws Throwable {
        String name = frame.name().replace('/', '.');
        try {
            Class<?> unused =
                    (Class<?>) defineClass.invoke(loader, name, frame.bytes(), 0, frame.bytes().length, domain);
        } catch (LinkageError e) {
            // the class was loaded before and not linked, its frame was; the same class has the same frame
            if (!isLoaded(name, loader)) {
                throw e;
            }
        }
    }

    private static boolean isLoaded(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader).getClassLoader() == loader;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private void report(Diagnostic problem) {
        errors.println(problem.position() + ": error: " + problem.message());
    }

    private static boolean mentionsUs(byte[] bytes) {
        for (int start = 0; start <= bytes.length - OURS.length; start++) {
            int length = 0;
            while (length < OURS.length && bytes[start + length] == OURS[length]) {
                length++;
            }
            if (length == OURS.length) {
                return true;
            }
        }
        return false;
    }
}
