package dev.reprise.junit;

import dev.reprise.LoopOptions;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Has the options of {@link TestLoop} hold while a test runs. */
final class TestLoopExtension implements BeforeEachCallback, AfterEachCallback {

    private static final ThreadLocal<@Nullable Supplier<LoopOptions>> OPTIONS = new ThreadLocal<>();

    /** What the test that runs on this thread was given, null for nothing. */
    static @Nullable LoopOptions options() {
        Supplier<LoopOptions> given = OPTIONS.get();
        return given == null ? null : given.get();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Optional<TestLoop> found = AnnotationSupport.findAnnotation(context.getTestMethod(), TestLoop.class);
        for (ExtensionContext around = context;
                found.isEmpty();
                around = around.getParent().orElseThrow()) {
            found = AnnotationSupport.findAnnotation(around.getTestClass(), TestLoop.class);
        }
        OPTIONS.set(ReflectionSupport.newInstance(found.get().value()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        OPTIONS.remove();
    }
}
