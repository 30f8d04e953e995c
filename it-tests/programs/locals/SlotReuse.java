package locals;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.List;

/** Disjoint scopes put variables of different types into one slot. */
class SlotReuse {
    @Coroutine
    static Async<Void> program() {
        {
            int a = await(later(1));
            System.out.println(a + await(later(1)));
        }
        {
            String a = await(later("s"));
            System.out.println(a + await(later(2)));
        }
        {
            long a = await(later(3L));
            System.out.println(a + await(later(3L)));
        }
        {
            double a = await(later(4.0));
            int b = await(later(5));
            System.out.println(a + b + await(later(1)));
        }
        for (int i = 0; i < 2; i++) {
            if (i == 0) {
                Object a = await(later(List.of(1)));
                await(turn());
                System.out.println(a);
            } else {
                int[] a = {await(later(7))};
                float b = await(later(0.5f));
                await(turn());
                System.out.println(a[0] + b);
            }
            boolean c = i == 0;
            await(turn());
            System.out.println(c);
        }
        Object merged = await(later(true)) ? List.of() : "x";
        CharSequence text = await(later(false)) ? new StringBuilder("b") : "string";
        await(turn());
        System.out.println(merged + " " + text.length());
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 2
// expect: s2
// expect: 6
// expect: 10.0
// expect: [1]
// expect: true
// expect: 7.5
// expect: false
// expect: [] 6
