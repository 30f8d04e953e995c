package classes;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Names that the generated classes use too, or that are only just legal. */
class NamesOfOurs {
    static class resume {
        static class Frame {
            @Coroutine
            Async<String> points() {
                return Async.of("Frame" + await(later(1)));
            }
        }

        @Coroutine
        static Async<String> Frame() {
            return Async.of("nested" + await(later(1)));
        }
    }

    int label = 1;

    @Coroutine
    Async<String> resume(int label, Object parent, long frame, String context) {
        int suspended = label + await(later(1));
        int saved = suspended + label + this.label;
        for (int take = 0; take < 2; take++) {
            label += await(later(saved));
            frame ^= label;
        }
        return Async.of(label + context + await(later(parent)) + frame + suspended + saved);
    }

    @Coroutine
    Async<String> release(String release) {
        String stack$0 = "s" + await(later(release)) + release;
        return Async.of(stack$0 + await(later(stack$0)));
    }

    @Coroutine
    Async<String> Resume() {
        return Async.of("upper" + await(later(1)));
    }

    @Coroutine
    Async<String> points(int arg$0, int local$1, int shared$1) {
        int a = await(later(arg$0));
        {
            int b = a + await(later(1));
            a += await(later(b)) + b;
        }
        {
            int c = a + await(later(local$1));
            a += await(later(c)) + c;
        }
        return Async.of("" + a + shared$1);
    }

    @Coroutine
    Async<String> resume$Frame(Async<String> getClass) {
        return Async.of(await(getClass) + await(later("$")));
    }

    @Coroutine
    static Async<String> save1(long a, double b) {
        return Async.of(a + await(later(b)) + "");
    }

    @Coroutine
    static Async<String> lambda$mine$0() {
        java.util.function.Supplier<Async<String>> s = () -> Async.of("l" + await(later(1)));
        return Async.of(await(s.get()) + await(later("mine")));
    }

    @Coroutine
    static Async<String> 𝒳ñ_$() {
        String ʞ = "ʞ" + await(later("𝒳"));
        return Async.of(ʞ + await(later(ʞ)));
    }

    @Coroutine
    Async<String> hashCode(int ignored) {
        return Async.of("hash" + await(later(ignored)));
    }

    @Coroutine
    static Async<String> $(int... $) {
        int $$ = 0;
        for (int $_ : $) {
            $$ += $_ * await(later($_));
        }
        return Async.of("$" + $$);
    }

    @Coroutine
    static Async<Void> program() {
        NamesOfOurs n = new NamesOfOurs();
        System.out.println(await(n.resume(1, null, 2, "c")) + await(n.release("r")) + await(n.Resume()));
        System.out.println(await(new resume.Frame().points()) + await(resume.Frame()) + await(n.points(1, 2, 3)));
        System.out.println(await(n.resume$Frame(n.hashCode(3))) + await(save1(1, 2)) + await(lambda$mine$0()));
        System.out.println(await(𝒳ñ_$()) + await($(1, 2, 3)));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 9cnull1424srrsrrupper1
// expect: Frame1nested1193
// expect: hash3$3.0l1mine
// expect: ʞ𝒳ʞ𝒳$14
