package dev.reprise.processor;

import com.google.auto.service.AutoService;
import dev.reprise.processor.compiler.ClassBytes;
import dev.reprise.processor.compiler.CoroutineCompiler;
import dev.reprise.processor.compiler.Outcome;
import dev.reprise.processor.compiler.Supertypes;
import dev.reprise.processor.diagnostic.ClassFilePosition;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import dev.reprise.processor.diagnostic.Severities;
import dev.reprise.processor.ecj.EcjHook;
import dev.reprise.processor.facade.Facades;
import dev.reprise.processor.javac.ClassFileHook;
import dev.reprise.processor.javac.Unwrapping;
import dev.reprise.processor.source.RuntimeNames;
import java.util.Set;
import java.util.function.BiFunction;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The way in on the processor path. It writes {@link Facades}; coroutines need no sources: for them it is a processor because that is how a compiler hands a library its
 * environment without flags, and from there {@link ClassFileHook} checks each class when javac has attributed it and compiles its coroutines when javac has written it. In
 * Eclipse's compiler {@link EcjHook} compiles them before they are written.
 */
@AutoService(Processor.class)
public final class CoroutineProcessor extends AbstractProcessor {
    private final BiFunction<ClassBytes, Supertypes, Outcome> compiler;

    private @Nullable Facades facades;

    /** For the service loader. */
    public CoroutineProcessor() {
        this(CoroutineCompiler::compile);
    }

    CoroutineProcessor(BiFunction<ClassBytes, Supertypes, Outcome> compiler) {
        this.compiler = compiler;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        facades = new Facades(environment);
        Severities severities = Severities.of(environment.getOptions());
        severities.mistakes().forEach(it -> environment.getMessager().printMessage(Kind.ERROR, it.message()));
        Unwrapping.javacEnvironment(environment)
                .ifPresentOrElse(
                        javac -> ClassFileHook.install(javac, severities, compiler), () -> followEcj(environment));
    }

    /** Not {@code *}: to claim nothing of what everybody else claims is what javac's lint calls a mistake. */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(RuntimeNames.ANNOTATIONS);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Severities.options();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // javac -Xlint warns of annotations that no processor claims
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (facades != null) {
            facades.write(round);
        }
        return !annotations.isEmpty();
    }

    private static void followEcj(ProcessingEnvironment environment) {
        if (!EcjHook.suits(environment)) {
            warnOfUnknownCompiler(environment, "is no environment of javac or of Eclipse's batch compiler");
            return;
        }
        try {
            EcjHook.install(environment);
        } catch (ReflectiveOperationException e) {
            warnOfUnknownCompiler(environment, "is that of a version of Eclipse's compiler that is not known: " + e);
        }
    }

    private static void warnOfUnknownCompiler(ProcessingEnvironment environment, String reason) {
        String name = environment.getClass().getName();
        Diagnostic diagnostic =
                Diagnostic.of(DiagnosticKind.UnknownCompiler, ClassFilePosition.ofClass(name), name, reason);
        environment.getMessager().printMessage(Kind.WARNING, diagnostic.message());
    }
}
