package dev.reprise.processor.javac;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jetbrains.jps.javac.APIWrappers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnwrappingTest {

    @Test
    void javacsOwnEnvironmentNeedsNoUnwrapping() {
        assertUnwraps(environment -> environment);
    }

    @Test
    void aDelegateInAFieldIsFound() {
        assertUnwraps(Delegating::new);
    }

    @Test
    void aDelegateInAFieldOfTheSuperclassIsFound() {
        assertUnwraps(environment -> new Delegating(environment) {});
    }

    @Test
    void aProxyWhoseHandlerIsALambdaIsFound() {
        assertUnwraps(environment -> proxy((proxy, method, arguments) -> method.invoke(environment, arguments)));
    }

    @Test
    void aProxyWhoseHandlerKeepsItTwoObjectsAwayIsFound() {
        assertUnwraps(environment -> proxy(new Handler(new Holder(environment))));
    }

    @Test
    void whatIntellijsBuildWrapsIsTakenOffByIntellijsOwnClass() {
        assertUnwraps(environment -> APIWrappers.wrap(ProcessingEnvironment.class, environment));
    }

    @Test
    void wrappersInWrappersAreFound() {
        assertUnwraps(environment ->
                new Delegating(proxy(new Handler(new Holder(new Delegating(new Delegating(environment)))))));
    }

    @Test
    void anEnvironmentOfAnotherCompilerIsToldApart() {
        ProcessingEnvironment foreign = proxy((proxy, method, arguments) -> null);

        assertThat(Unwrapping.javacEnvironment(foreign)).isEmpty();
        assertThat(Unwrapping.javacEnvironment(new Delegating(foreign))).isEmpty();
    }

    private static void assertUnwraps(UnaryOperator<ProcessingEnvironment> wrapper) {
        withEnvironment(javac ->
                assertThat(Unwrapping.javacEnvironment(wrapper.apply(javac))).containsSame(javac));
    }

    private static void withEnvironment(Consumer<ProcessingEnvironment> test) {
        Borrower borrower = new Borrower(test);
        javac().withProcessors(borrower).compile(JavaFileObjects.forSourceString("A", "class A {}"));
        assertThat(borrower.ran).isTrue();
    }

    private static ProcessingEnvironment proxy(InvocationHandler handler) {
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                UnwrappingTest.class.getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, handler);
    }

    private record Holder(ProcessingEnvironment environment) {}

    private record Handler(Holder holder) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return method.invoke(holder.environment(), arguments);
        }
    }

    private static final class Borrower extends AbstractProcessor {
        private final Consumer<ProcessingEnvironment> test;
        private boolean ran;

        Borrower(Consumer<ProcessingEnvironment> test) {
            this.test = test;
        }

        @Override
        public void init(ProcessingEnvironment environment) {
            super.init(environment);
            test.accept(environment);
            ran = true;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return false;
        }
    }

    private static class Delegating implements ProcessingEnvironment {
        private final ProcessingEnvironment delegate;

        Delegating(ProcessingEnvironment delegate) {
            this.delegate = delegate;
        }

        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public Filer getFiler() {
            return delegate.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }
}
