package dev.reprise.maven;

import dev.reprise.processor.compiler.ClassPath;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.files.ClassDirectory;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Compiles the coroutines of one directory of class files, and fails the build if one of them cannot be compiled. */
abstract class AbstractWeaveMojo extends AbstractMojo {

    /** The directory with the class files. */
    abstract File directory();

    /** The directories and jars with the classes that these refer to. */
    abstract List<String> classPath();

    /** Where is noted what has been compiled. */
    abstract File list();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        WovenFiles woven = new WovenFiles(list().toPath());
        try {
            if (woven.areThoseOf(directory().toPath())) {
                getLog().info("Nothing to weave - all class files are up to date.");
                return;
            }
            weave();
            woven.note(directory().toPath());
        } catch (IOException e) {
            throw new MojoExecutionException("could not read or write the class files in " + directory(), e);
        }
    }

    private void weave() throws IOException, MojoFailureException {
        ClassDirectory.Result result;
        try (URLClassLoader classes =
                ClassPath.loader(classPath().stream().map(Path::of).toList())) {
            result = new ClassDirectory(directory().toPath(), new ClassPath(classes)).weave();
        }
        for (Diagnostic problem : result.problems()) {
            getLog().error(problem.position() + ": " + problem.message());
        }
        if (!result.problems().isEmpty()) {
            throw new MojoFailureException(
                    "coroutines in " + directory() + " could not be compiled: see the errors above");
        }
        getLog().info("Coroutines compiled in " + result.woven() + " classes of " + directory());
    }
}
