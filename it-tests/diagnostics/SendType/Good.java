import dev.reprise.Coroutine;
import dev.reprise.Generator;

class Good {
    @Coroutine
    Generator<String, Integer, Void> echo() {
        int answer = Generator.yield("your number?");
        Generator.yield("it was " + answer);
        return Generator.end();
    }
}
