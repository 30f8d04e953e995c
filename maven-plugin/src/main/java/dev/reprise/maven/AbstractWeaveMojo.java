package dev.reprise.maven;

import dev.reprise.processor.diagnostic.Diagnostic;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Compiles the coroutines of one directory of class files, and fails the build if one of them cannot be compiled. */
abstract class AbstractWeaveMojo extends AbstractMojo {

    /** The directory with the class files. */
    abstract File directory();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        ClassDirectory.Result result;
        try {
            result = new ClassDirectory(directory().toPath()).weave();
        } catch (IOException e) {
            throw new MojoExecutionException("could not read or write the class files in " + directory(), e);
        }
        for (Diagnostic problem : result.problems()) {
            getLog().error(problem.position() + ": " + problem.message());
        }
        if (!result.problems().isEmpty()) {
            throw new MojoFailureException(result.problems().size() + " coroutines in " + directory()
                    + " could not be compiled: see the errors above");
        }
        getLog().info("Coroutines compiled in " + result.woven() + " classes of " + directory());
    }
}
