package modern;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

// release: 21
/** Pattern switches with guards and null over sealed types, with awaits in guards, arms and selectors. */
class PatternSwitch {
    sealed interface Shape permits Circle, Square, Rectangle {}

    record Circle(double radius) implements Shape {}

    record Square(long side) implements Shape {}

    record Rectangle(long width, long height) implements Shape {}

    @Coroutine
    static Async<String> describe(Shape shape) {
        return Async.of("<" + switch (await(later(shape))) {
            case null -> await(later("nothing"));
            case Circle c when c.radius() > await(later(1.0)) -> "big circle " + await(later(c.radius()));
            case Circle c -> "circle " + c.radius();
            case Square s -> {
                long area = s.side() * await(later(s.side()));
                yield "square " + area;
            }
            case Rectangle r when r.width() == r.height() -> await(describe(new Square(r.width())));
            case Rectangle r -> "rectangle " + r.width() + await(later("x")) + r.height();
        } + ">");
    }

    @Coroutine
    static Async<Integer> number(Object o) {
        switch (o) {
            case Integer i when i > 10:
                return Async.of(await(later(i)) * 2);
            case Integer i:
                await(turn());
                return Async.of(i);
            case String s:
                o = await(later(s.length()));
                break;
            default:
                o = -1;
        }
        return Async.of((Integer) o + await(later(100)));
    }

    @Coroutine
    static Async<Void> program() {
        for (Shape s : new Shape[] {null, new Circle(2), new Circle(0.5), new Square(3), new Rectangle(2, 2), new Rectangle(2, 5)}) {
            System.out.println(await(describe(s)));
        }
        System.out.println(await(number(11)) + " " + await(number(10)) + " " + await(number("four")) + " " + await(number('c')));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: <nothing>
// expect: <big circle 2.0>
// expect: <circle 0.5>
// expect: <square 9>
// expect: <<square 4>>
// expect: <rectangle 2x5>
// expect: 22 10 104 99
