import dev.reprise.Coroutine;
import dev.reprise.Generator;

class Bad {
    @Coroutine
    Generator<String, Integer, Void> echo() {
        String answer = Generator.yield("your number?"); // error: [SendType] The value of this yield is taken as String, but echo() is sent Integer.
        Generator.yield("it was " + answer);
        return Generator.end();
    }
}
