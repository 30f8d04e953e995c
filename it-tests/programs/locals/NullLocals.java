package locals;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.List;

/** Locals that are null, were null, or get their type only on one branch. */
class NullLocals {
    @Coroutine
    static Async<Void> program() {
        String s = null;
        Object o = null;
        int[] array = null;
        List<String> list = null;
        await(turn());
        System.out.println(s + o + list + (array == null));
        if (await(later(true))) {
            s = await(later("set"));
            array = new int[] {1};
        }
        String t = await(later((String) null));
        await(turn());
        System.out.println(s + array[0] + t);
        for (String u = null; u == null || u.length() < 3; u = u == null ? await(later("")) : u + await(later("u"))) {
            System.out.println("u=" + u);
        }
        s = null;
        await(turn());
        System.out.println(s == null ? await(later("null again")) : s);
        Runnable r = null;
        do {
            if (r != null) {
                r.run();
            }
            int n = await(later(5));
            r = r == null ? () -> System.out.println("ran " + n) : null;
        } while (r != null);
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: nullnullnulltrue
// expect: set1null
// expect: u=null
// expect: u=
// expect: u=u
// expect: u=uu
// expect: null again
// expect: ran 5
