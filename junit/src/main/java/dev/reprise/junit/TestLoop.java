package dev.reprise.junit;

import dev.reprise.LoopOptions;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The options of the loops that run the coroutines of a test, or of all tests of a class: real time instead of the virtual clock,
 * for instance. The annotation of the method comes before that of the class, and may stand on an annotation of your own.
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TestLoopExtension.class)
public @interface TestLoop {

    /** Has a constructor without parameters, and gives the options of a loop; asked for each. */
    Class<? extends Supplier<LoopOptions>> value();

    /** Real time, and what else is usual. */
    final class RealTime implements Supplier<LoopOptions> {

        /** For JUnit. */
        public RealTime() {}

        @Override
        public LoopOptions get() {
            return LoopOptions.defaults();
        }
    }
}
