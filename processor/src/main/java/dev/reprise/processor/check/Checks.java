package dev.reprise.processor.check;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.Position;
import dev.reprise.processor.diagnostic.Severity;
import dev.reprise.processor.diagnostic.SourcePosition;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.ClassSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All rules. */
public final class Checks {
    private final Attribution java;
    private final List<Check> checks;

    public Checks(Attribution java) {
        this.java = java;
        checks = List.of(
                new CoroutineReturnType(java),
                new CoroutineModifiers(),
                new AwaitOutsideCoroutine(java),
                new AwaitInLambda(),
                new AwaitInInitializer(),
                new AwaitAsMethodReference(),
                new AwaitInSynchronized(),
                new AwaitInGenerator(),
                new YieldInAsync(),
                new YieldFromInAsyncGenerator(),
                new YieldType(java),
                new SendType(java),
                new GeneratorReturn(java),
                new NeverAwaited(java),
                new BlockingCall(java),
                new CatchWithoutAwait(java));
    }

    /** Whatever breaks a rule, in the order of the source. */
    public List<Diagnostic> check(List<ClassSource> classes) {
        List<Diagnostic> found = new ArrayList<>();
        for (ClassSource source : classes) {
            for (Body body : source.bodies()) {
                for (Check check : checks) {
                    check.check(body, found::add);
                }
            }
        }
        found.sort(Comparator.comparingLong(this::start));
        return found;
    }

    /** Whether a warning about the class file of {@code source} is silenced by a declaration around its place. */
    public boolean suppress(ClassSource source, Diagnostic diagnostic) {
        if (diagnostic.kind().severity() != Severity.WARNING) {
            return false;
        }
        Suppression suppression = new Suppression(java);
        return source.bodies().stream()
                .filter(body -> holds(body, diagnostic.position()))
                .anyMatch(body -> suppression.covers(body.path(), diagnostic.kind()));
    }

    /** Nobody finds a path to a tree any more when javac has written the class. */
    private static boolean holds(Body body, Position position) {
        return position.equals(SourcePosition.of(body.path()))
                || body.suspensions().stream().anyMatch(suspension -> position.equals(suspension.position()));
    }

    private long start(Diagnostic diagnostic) {
        SourcePosition position = (SourcePosition) diagnostic.position();
        return java.trees().getSourcePositions().getStartPosition(position.unit(), position.tree());
    }
}
