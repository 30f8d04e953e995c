package exceptions;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Try statements inside catch and finally blocks keep the failure that is being handled. */
class ExceptionsInsideHandlers {
    @Coroutine
    static Async<Void> program() {
        try {
            try {
                await(failing(new IllegalStateException("one")));
            } catch (IllegalStateException one) {
                try {
                    await(failing(new IllegalArgumentException("two")));
                } catch (IllegalArgumentException two) {
                    two.addSuppressed(one);
                    await(turn());
                    System.out.println(one.getMessage() + " " + two.getMessage());
                    try {
                        throw two;
                    } finally {
                        try {
                            await(failing(new UnsupportedOperationException("three")));
                        } catch (UnsupportedOperationException three) {
                            System.out.println(one.getMessage() + two.getMessage() + await(later(three)).getMessage());
                        }
                    }
                } finally {
                    System.out.println("finally " + await(later(one.getMessage())));
                }
            }
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage() + " with " + e.getSuppressed()[0].getMessage());
        }
        int n = 0;
        while (true) {
            try {
                if (n++ < 3) {
                    await(failing(new IllegalStateException("retry " + n)));
                }
                break;
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage() + await(later(" later")));
            }
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: one two
// expect: onetwothree
// expect: finally one
// expect: two with one
// expect: retry 1 later
// expect: retry 2 later
// expect: retry 3 later
