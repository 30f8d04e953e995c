package dev.reprise.benchmarks.arena;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who takes part in a workload by this class: the name of the row in the table. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Peer {

    /** The name of the hand-written code that all others are compared with. */
    String LIMIT = "limit";

    String value();

    /** The first release of the JDK that can run it. */
    int since() default 17;
}
