package dev.reprise.frame;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The mark of a class that the compiler has rewritten; it is not rewritten again. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Woven {

    /** Version of the contract in this package that the generated code follows. */
    int version();
}
