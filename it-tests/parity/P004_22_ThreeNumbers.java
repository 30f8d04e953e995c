import static dev.reprise.Generator.end;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.ArrayList;
import java.util.List;

/** S-095. A generator yields three numbers, one by one. */
class P004_22_ThreeNumbers {

    public static void main(String[] args) {
        List<Integer> collected = new ArrayList<>();
        for (int number : numbers()) {
            collected.add(number);
        }
        System.out.println(collected);
    }

    @Coroutine
    static Iterable<Integer> numbers() {
        Generator.yield(1);
        Generator.yield(2);
        Generator.yield(3);
        return end();
    }
}
