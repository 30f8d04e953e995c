package asyncgenerators;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;

// plain: no, plain Java has no generators
/** What is sent is the value of the yield, what is thrown in is raised there, closing runs finally blocks that wait. */
class A106_SendThrowClose {
    @Coroutine
    static AsyncGenerator<String> echo(boolean ignoresClose) {
        String last = "start";
        while (true) {
            try {
                last = Generator.yield(last + await(later("")));
            } catch (IllegalArgumentException e) {
                await(turn());
                last = "caught " + e.getMessage();
                if (e.getMessage().equals("end")) {
                    return Generator.end();
                }
            } finally {
                await(turn());
                if (ignoresClose) {
                    Generator.yield("ignored");
                }
            }
        }
    }

    @Coroutine
    static AsyncGenerator<Integer> endsInsideAnother() {
        AsyncGenerator<String> ended = echo(false);
        await(ended.closeAsync());
        Generator.yield(1);
        await(ended.next());
        return Generator.end();
    }

    @Coroutine
    static Async<Void> misuse() {
        AsyncGenerator<String> fresh = echo(false);
        try {
            await(fresh.send("early"));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + ", " + fresh.state());
        }
        Async<String> pull = fresh.next();
        System.out.println(await(pull));
        try {
            await(pull);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        RuntimeException failure = new RuntimeException("straight back");
        AsyncGenerator<String> unstarted = echo(false);
        for (int i = 0; i < 2; i++) {
            try {
                await(unstarted.throwInto(failure));
            } catch (RuntimeException e) {
                System.out.println((e == failure) + " " + unstarted.state());
            }
        }
        AsyncGenerator<Integer> outer = endsInsideAnother();
        await(outer.next());
        try {
            await(outer.next());
        } catch (IllegalStateException e) {
            System.out.println(e.getCause() instanceof GeneratorEnd);
        }
        AsyncGenerator<String> ignoring = echo(true);
        await(ignoring.next());
        try {
            await(ignoring.closeAsync());
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + ", " + ignoring.state());
        }
        return done();
    }

    @Coroutine
    static Async<Void> program() {
        AsyncGenerator<String> g = echo(false);
        System.out.println(await(g.next()));
        System.out.println(await(g.send("one")) + " " + await(g.send("two")));
        System.out.println(await(g.throwInto(new IllegalArgumentException("it"))) + " " + await(g.next()));
        try {
            await(g.throwInto(new IllegalArgumentException("end")));
        } catch (GeneratorEnd e) {
            System.out.println("ended " + g.state());
        }
        AsyncGenerator<String> closed = echo(false);
        await(closed.next());
        await(closed.closeAsync());
        await(closed.closeAsync());
        System.out.println(closed.state());
        await(misuse());
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: start
// expect: one two
// expect: caught it null
// expect: ended CLOSED
// expect: CLOSED
// expect: a value was sent to async generator asyncgenerators.A106_SendThrowClose.echo before it was started: await next() or send(null) first, CREATED
// expect: start
// expect: coroutine asyncgenerators.A106_SendThrowClose.echo was awaited or started before: an Async runs once, call the method again for another run
// expect: true CLOSED
// expect: true CLOSED
// expect: true
// expect: async generator asyncgenerators.A106_SendThrowClose.echo yielded while it was being closed: a finally block must not yield, SUSPENDED
