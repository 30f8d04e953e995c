package dev.reprise.maven;

import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Compiles the coroutines in the class files of the project's tests. */
@Mojo(name = "weave-tests", defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES, threadSafe = true)
public final class WeaveTestsMojo extends AbstractWeaveMojo {

    @Parameter(defaultValue = "${project.build.testOutputDirectory}", required = true)
    @SuppressWarnings("NullAway.Init") // set by Maven
    private File testClassesDirectory;

    @Override
    File directory() {
        return testClassesDirectory;
    }
}
