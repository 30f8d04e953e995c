import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Map;
import java.util.stream.Collectors;

// numbers grow
/** S-098. Where a generator stands and what its variables hold. Python counts bytes of code, Java counts lines. */
class P004_25_Positions {

    public static void main(String[] args) {
        Generator<Integer, Void, String> generator = generator();
        print(generator);
        generator.next();
        print(generator);
        generator.next();
        print(generator);
    }

    @Coroutine
    static Generator<Integer, Void, String> generator() {
        int first = 1;
        Generator.yield(first);
        String name = "Sancho";
        Generator.yield(2);
        return Generator.end("Hello " + name);
    }

    static void print(Generator<?, ?, ?> generator) {
        System.out.println(generator.line());
        System.out.println(asPython(generator.locals()));
    }

    static String asPython(Map<String, Object> variables) {
        return variables.entrySet().stream()
                .map(variable -> "'" + variable.getKey() + "': '" + variable.getValue() + "'")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
