package dev.reprise.frame;

/** Raises checked exceptions where no {@code throws} clause says so: awaited failures keep their type and identity. */
public final class Sneaky {

    private Sneaky() {}

    /**
     * Throws {@code failure} as it is.
     *
     * @return never; the type lets the caller write {@code throw Sneaky.raise(e)}
     */
    public static RuntimeException raise(Throwable failure) {
        throw Sneaky.<RuntimeException>as(failure);
    }

    @SuppressWarnings("unchecked") // erased: the cast is what makes the exception unchecked for javac
    private static <E extends Throwable> E as(Throwable failure) throws E {
        throw (E) failure;
    }
}
