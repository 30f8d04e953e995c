import dev.reprise.Coroutine;
import dev.reprise.Generator;

/** S-123. A generator is sent a value, a failure is thrown into it, and it is closed. */
class P004_43_SendAndThrow {

    public static void main(String[] args) {
        Generator<Integer, String, Void> generator = generator();
        System.out.println(generator.next());
        System.out.println("*".repeat(20));
        System.out.println(generator.send("sancho"));
        generator.throwInto(new Exception("download error"));
        System.out.println(generator.send("sancho"));
        generator.close();
    }

    @Coroutine
    static Generator<Integer, String, Void> generator() {
        System.out.println("starting...");
        String received = null;
        while (true) {
            try {
                received = Generator.yield(4);
            } catch (Exception ignored) {
                // as the program it stands for
            }
            System.out.println("res: " + received);
        }
    }
}
