package introspection;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.turn;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Promise;
import dev.reprise.Task;
import java.time.Duration;
import java.util.List;

// plain: no, it looks at what is suspended
// needs: -g
/** A suspended coroutine shows its variables and its line; a task all its coroutines, wherever each of them was suspended. */
class LocalsOfACoroutine {
    private static final EventLoop LOOP = EventLoop.open();

    private final boolean member = true;

    @Coroutine
    private Async<Character> innermost(char letter, Promise<String> gate, boolean[] flags) {
        boolean up = Character.isUpperCase(letter);
        short hits = (short) flags.length;
        await(gate);
        System.out.println(member);
        return Async.of(up ? letter : (char) (letter + hits));
    }

    @Coroutine
    private Async<String> middle(List<String> words, Promise<String> gate) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            byte length = (byte) word.length();
            text.append(word).append(await(innermost(word.charAt(0), gate, new boolean[1]))).append(length);
        }
        return Async.of(text.toString());
    }

    @Coroutine
    static Async<String> outermost(LocalsOfACoroutine it, Promise<String> gate, Runnable... unused) {
        await(turn());
        String outcome = "none";
        try {
            outcome = await(it.middle(List.of("tea", "bread"), gate));
        } catch (IllegalStateException e) {
            System.out.println(e);
        }
        return Async.of(outcome);
    }

    private static void settle() {
        for (int i = 0; i < 8; i++) {
            LOOP.runUntilComplete(sleep(Duration.ZERO));
        }
    }

    private static String plain(Object text) {
        return text.toString()
                .replaceAll("introspection\\.", "")
                .replaceAll("LocalsOfACoroutine@\\w+", "me")
                .replaceAll(":\\d+\\)", ":n)")
                .replaceAll("line \\d+", "line n");
    }

    public static void main(String[] args) {
        Promise<String> gate = LOOP.promise();
        Async<String> outermost = outermost(new LocalsOfACoroutine(), gate);
        System.out.println(plain(outermost) + " " + plain(outermost.locals().keySet()) + " " + outermost.state());
        Task<String> task = LOOP.createTask(outermost);
        settle();
        System.out.println(plain(task));
        System.out.println(plain(task.stack()));
        int line = task.coroutines().get(2).line();
        task.coroutines().forEach(coroutine -> System.out.println(
                coroutine.state() + " +" + (coroutine.line() - line) + " " + plain(coroutine.locals())));
        System.out.println(task.waitsFor() == gate);
        gate.complete("");
        System.out.println(LOOP.runUntilComplete(task));
        System.out.println(outermost.state() + " " + outermost.line() + " " + outermost.locals());
        System.out.println(plain(task));
        LOOP.close();
    }
}
// expect: Async LocalsOfACoroutine.outermost (not started) [it, gate, unused] CREATED
// expect: Task Task-1 of LocalsOfACoroutine.outermost(LocalsOfACoroutine.java:n) (suspended at LocalsOfACoroutine.innermost(LocalsOfACoroutine.java:n), waits for promise (pending))
// expect: [LocalsOfACoroutine.outermost(LocalsOfACoroutine.java:n), LocalsOfACoroutine.middle(LocalsOfACoroutine.java:n), LocalsOfACoroutine.innermost(LocalsOfACoroutine.java:n)]
// expect: SUSPENDED +20 {outcome=none}
// expect: SUSPENDED +10 {this=me, gate=promise (pending), text=tea, length=3}
// expect: SUSPENDED +0 {this=me, letter=t, up=false, hits=1}
// expect: true
// expect: true
// expect: true
// expect: teau3breadc5
// expect: CLOSED -1 {}
// expect: Task Task-1 of LocalsOfACoroutine.outermost(LocalsOfACoroutine.java:n) (returned teau3breadc5)
