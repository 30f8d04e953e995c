package dev.reprise.processor;

import com.google.auto.service.AutoService;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import dev.reprise.processor.javac.WatchdogListener;
import java.util.Arrays;

/**
 * Makes a compile error of "the processor silently did not run". javac starts it whenever the jar is on its path, also where it runs no processors: with {@code -proc:none},
 * after another processor has claimed every annotation, and since 23 with a processor that is only on the class path.
 *
 * <p>{@code -Xplugin:"Reprise off"} silences it, for a build that weaves the class files in another step.
 */
@AutoService(Plugin.class)
public final class Watchdog implements Plugin {

    @Override
    public String getName() {
        return "Reprise";
    }

    @Override
    public boolean autoStart() {
        return true;
    }

    @Override
    public void init(JavacTask task, String... arguments) {
        if (!Arrays.asList(arguments).contains("off")) {
            task.addTaskListener(new WatchdogListener(task));
        }
    }
}
