import dev.reprise.Coroutine;
import dev.reprise.Generator;

/** S-026. A generator prints what it is sent. */
class P001_03_SentValues {

    public static void main(String[] args) {
        Generator<Void, Integer, Void> printer = printer();
        printer.next();
        for (int i = 0; i < 5; i++) {
            printer.send(i);
        }
    }

    @Coroutine
    static Generator<Void, Integer, Void> printer() {
        while (true) {
            Integer sent = Generator.yield(null);
            System.out.println(sent);
        }
    }
}
