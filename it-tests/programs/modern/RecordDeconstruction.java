package modern;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

// release: 21
/** Nested record patterns in instanceof and switch bind variables that live across suspensions. */
class RecordDeconstruction {
    record Point(int x, long y) {}

    record Line(Point from, Point to, String label) {}

    sealed interface Expression permits Constant, Negation, Sum {}

    record Constant(int value) implements Expression {}

    record Negation(Expression of) implements Expression {}

    record Sum(Expression left, Expression right) implements Expression {}

    @Coroutine
    static Async<Integer> evaluate(Expression e) {
        return Async.of(switch (e) {
            case Constant(int value) -> await(later(value));
            case Negation(Negation(Expression inner)) -> await(evaluate(inner));
            case Negation(Expression inner) -> -await(evaluate(inner));
            case Sum(Constant(int left), Constant(int right)) when left == await(later(right)) -> 2 * left;
            case Sum(Expression left, Expression right) -> await(evaluate(left)) + await(evaluate(right));
        });
    }

    @Coroutine
    static Async<String> length(Object o) {
        if (o instanceof Line(Point(int a, long b), Point(var c, var d), String label) && await(later(a)) <= c) {
            await(turn());
            return Async.of(label + (c - a) + (d - b));
        }
        if (!(o instanceof Point(int x, long y))) {
            return Async.of(await(later("no point")));
        }
        await(turn());
        return Async.of(x + "," + y);
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(length(new Line(new Point(1, 2), new Point(4, 8), "line "))));
        System.out.println(await(length(new Point(5, 6))));
        System.out.println(await(length("x")));
        Expression two = new Sum(new Constant(1), new Constant(1));
        System.out.println(await(evaluate(new Sum(two, new Negation(new Sum(new Constant(5), new Negation(new Negation(two))))))));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: line 36
// expect: 5,6
// expect: no point
// expect: -5
