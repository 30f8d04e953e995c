package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;

// plain: no, plain Java has no generators
/** A Generator is sent values at its yields and returns a value at its end. */
class SendAndResult {
    @Coroutine
    static Generator<Integer, Integer, String> averager() {
        int count = 0;
        int sum = 0;
        while (true) {
            Integer sent = Generator.yield(count == 0 ? 0 : sum / count);
            if (sent == null) {
                break;
            }
            sum += sent;
            count++;
        }
        return Generator.end(count + " values, sum " + sum);
    }

    public static void main(String[] args) {
        Generator<Integer, Integer, String> g = averager();
        System.out.println(g.state());
        try {
            g.send(1);
        } catch (IllegalStateException e) {
            System.out.println("not started, " + g.state());
        }
        System.out.println(g.send(null) + " " + g.state());
        System.out.println(g.send(10) + " " + g.send(20) + " " + g.send(60));
        try {
            g.next();
        } catch (GeneratorEnd end) {
            System.out.println(end.value() + " " + g.state());
        }
        try {
            g.next();
        } catch (GeneratorEnd end) {
            System.out.println(end.value() + " " + g.result());
        }
    }
}
// expect: CREATED
// expect: not started, CREATED
// expect: 0 SUSPENDED
// expect: 10 15 30
// expect: 3 values, sum 90 CLOSED
// expect: null 3 values, sum 90
