package dev.reprise.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compiles the coroutines in the project's class files. Classes that have been compiled before stay as they are. */
@Mojo(
        name = "weave",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class WeaveMojo extends AbstractWeaveMojo {

    @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
    @SuppressWarnings("NullAway.Init") // set by Maven
    private File classesDirectory;

    @Parameter(defaultValue = "${project.compileClasspathElements}", required = true, readonly = true)
    @SuppressWarnings("NullAway.Init") // set by Maven
    private List<String> classPath;

    @Parameter(defaultValue = "${project.build.directory}/reprise/classes.lst", required = true, readonly = true)
    @SuppressWarnings("NullAway.Init") // set by Maven
    private File list;

    @Override
    File directory() {
        return classesDirectory;
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
