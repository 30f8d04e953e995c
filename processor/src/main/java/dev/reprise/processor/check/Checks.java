package dev.reprise.processor.check;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.source.Attribution;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.ClassSource;
import java.util.List;
import java.util.function.Consumer;

/** All rules, in the order in which they speak about one body. */
public final class Checks {
    private final List<Check> checks;

    public Checks(Attribution java) {
        checks = List.of(
                new CoroutineReturnType(java),
                new CoroutineModifiers(),
                new NotYetSupported(),
                new AwaitOutsideCoroutine(java),
                new AwaitInLambda(),
                new AwaitInInitializer(),
                new AwaitAsMethodReference(),
                new AwaitInSynchronized(),
                new AwaitInGenerator(),
                new YieldInAsync(),
                new YieldType(java),
                new SendType(java),
                new GeneratorReturn(java),
                new NeverAwaited(java));
    }

    public void check(ClassSource source, Consumer<Diagnostic> report) {
        for (Body body : source.bodies()) {
            for (Check check : checks) {
                check.check(body, report);
            }
        }
    }
}
