package dev.reprise.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compiles the coroutines in the class files of the project's tests. */
@Mojo(
        name = "weave-tests",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class WeaveTestsMojo extends AbstractWeaveMojo {

    @Parameter(defaultValue = "${project.build.testOutputDirectory}", required = true)
    @SuppressWarnings("NullAway.Init") // set by Maven
    private File testClassesDirectory;

    @Parameter(defaultValue = "${project.testClasspathElements}", required = true, readonly = true)
    @SuppressWarnings("NullAway.Init") // set by Maven
    private List<String> classPath;

    @Parameter(defaultValue = "${project.build.directory}/reprise/test-classes.lst", required = true, readonly = true)
    @SuppressWarnings("NullAway.Init") // set by Maven
    private File list;

    @Override
    File directory() {
        return testClassesDirectory;
    }

    @Override
    List<String> classPath() {
        return classPath;
    }

    @Override
    File list() {
        return list;
    }
}
