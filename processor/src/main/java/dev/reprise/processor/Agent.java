package dev.reprise.processor;

import dev.reprise.processor.files.LoadedClasses;
import dev.reprise.processor.javac.WatchdogListener;
import java.lang.instrument.Instrumentation;

/**
 * The compiler as a Java agent, for programs whose class files nobody wove: {@code java -javaagent:reprise-processor.jar …}.
 * Each class is compiled when it is loaded.
 */
public final class Agent {

    private Agent() {}

    /**
     * Called by the JVM before the main class is loaded.
     *
     * @param arguments has no meaning
     */
    public static void premain(String arguments, Instrumentation instrumentation) {
        WatchdogListener.classesAreWovenWhenLoaded();
        instrumentation.addTransformer(LoadedClasses.of(instrumentation, System.err));
    }
}
