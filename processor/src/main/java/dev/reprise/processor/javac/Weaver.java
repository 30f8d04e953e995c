package dev.reprise.processor.javac;

import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.Outcome;
import dev.reprise.processor.diagnostic.ClassFilePosition;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.source.RuntimeNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Replaces one class file by its compiled form. A class file that could not be compiled is removed: left behind, it would look up to date to the next build and run as
 * something else.
 */
final class Weaver {
    private final Function<ClassBytes, Outcome> compiler;
    private final StaleFrames staleFrames;

    Weaver(Function<ClassBytes, Outcome> compiler, StaleFrames staleFrames) {
        this.compiler = compiler;
        this.staleFrames = staleFrames;
    }

    /**
     * Compiles one class.
     *
     * @param annotated whether the source has a method that is marked as a coroutine
     * @param file where {@code input} was read
     * @param report takes what went wrong and what is warned of, with positions in the class file
     */
    void weave(ClassBytes input, boolean annotated, ClassFile file, Consumer<Diagnostic> report) {
        List<ClassFile> written = new ArrayList<>(List.of(file));
        try {
            Outcome outcome = compiler.apply(input);
            if (outcome instanceof Outcome.Woven woven) {
                write(woven, file, written);
                woven.warnings().forEach(report);
            } else if (outcome instanceof Outcome.Refused refused) {
                refused.problems().forEach(report);
                remove(written, input, report);
            } else if (annotated && !isWoven(input)) {
                throw new AssertionError("the source has a coroutine, and its class file has none");
            }
        } catch (IOException e) {
            report.accept(notRewritten(input, e));
            remove(written, input, report);
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            report.accept(Diagnostic.ofFailure(input.name(), e));
            remove(written, input, report);
        }
    }

    private static boolean isWoven(ClassBytes input) {
        return new String(input.bytes(), StandardCharsets.ISO_8859_1).contains(RuntimeNames.WOVEN_MARK);
    }

    private void write(Outcome.Woven woven, ClassFile file, List<ClassFile> written) throws IOException {
        Set<String> names = new HashSet<>();
        for (ClassBytes frame : woven.frames()) {
            String name = fileName(frame);
            names.add(name);
            ClassFile frameFile = file.sibling(name);
            written.add(frameFile);
            frameFile.write(frame.bytes());
        }
        file.write(woven.rewritten().bytes());
        removeStaleFrames(file, names);
    }

    private void remove(List<ClassFile> files, ClassBytes input, Consumer<Diagnostic> report) {
        try {
            for (ClassFile file : files) {
                file.delete();
            }
            removeStaleFrames(files.get(0), Set.of());
        } catch (IOException e) {
            report.accept(notRewritten(input, e));
        }
    }

    private void removeStaleFrames(ClassFile file, Set<String> kept) throws IOException {
        if (file instanceof PathClassFile onDisk) {
            staleFrames.remove(onDisk.path(), kept);
        }
    }

    private static Diagnostic notRewritten(ClassBytes input, IOException e) {
        return Diagnostic.of(
                DiagnosticKind.ClassFileNotRewritten,
                ClassFilePosition.ofClass(input.name()),
                input.name().replace('/', '.'),
                e);
    }

    private static String fileName(ClassBytes frame) {
        return frame.name().substring(frame.name().lastIndexOf('/') + 1) + ".class";
    }
}
