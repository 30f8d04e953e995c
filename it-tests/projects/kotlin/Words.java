import static dev.reprise.Async.await;
import static dev.reprise.Async.of;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Generator;
import java.time.Duration;
import kotlin.Pair;
import kotlin.ranges.IntRange;
import kotlin.sequences.SequencesKt;
import kotlin.text.StringsKt;

public class Words {
    @Coroutine
    static Async<Pair<String, Integer>> longest(String text) {
        Pair<String, Integer> longest = new Pair<>("", 0);
        for (String word : StringsKt.split(text, new String[] {" "}, false, 0)) {
            await(sleep(Duration.ZERO));
            if (word.length() > longest.getSecond()) {
                longest = longest.copy(StringsKt.removePrefix(word, "t"), await(length(word)));
            }
        }
        return of(longest);
    }

    @Coroutine
    static Async<Integer> length(CharSequence word) {
        await(sleep(Duration.ZERO));
        return of(StringsKt.trim(word).length());
    }

    @Coroutine
    static Iterable<Integer> squares(IntRange range) {
        for (int number : range) {
            Generator.yield(number * number);
        }
        return Generator.end();
    }

    public static void main(String[] args) {
        System.out.println(EventLoop.run(longest("a hare and a tortoise")));
        System.out.println(SequencesKt.toList(SequencesKt.asSequence(squares(new IntRange(1, 4)).iterator())));
    }
}
