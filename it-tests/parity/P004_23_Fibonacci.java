import static dev.reprise.Generator.end;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** S-095. The set of the first Fibonacci numbers, from a generator. */
class P004_23_Fibonacci {

    public static void main(String[] args) {
        Set<Integer> numbers = new TreeSet<>();
        for (int number : fibonacci(10)) {
            numbers.add(number);
        }
        System.out.println(numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}")));
    }

    @Coroutine
    static Iterable<Integer> fibonacci(int count) {
        int a = 0;
        int b = 1;
        for (int n = 0; n < count; n++) {
            Generator.yield(b);
            int sum = a + b;
            a = b;
            b = sum;
        }
        return end();
    }
}
