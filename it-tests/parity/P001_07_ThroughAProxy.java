import dev.reprise.Coroutine;
import dev.reprise.Generator;

/** S-032. What is sent to a delegating generator arrives at the one that it delegates to. */
class P001_07_ThroughAProxy {

    public static void main(String[] args) {
        Generator<Integer, Integer, Void> proxy = proxy();
        proxy.next();
        for (int i = 5; i < 10; i++) {
            System.out.println(proxy.send(i));
        }
        proxy.send(null);
    }

    @Coroutine
    static Generator<Integer, Integer, Void> proxy() {
        while (true) {
            Generator.yieldFrom(sums(0));
            System.out.println("代理结束");
        }
    }

    @Coroutine
    static Generator<Integer, Integer, Void> sums(Integer number) {
        while (number != null) {
            int sum = 0;
            for (int i = 1; i <= number; i++) {
                sum += i;
            }
            number = Generator.yield(sum);
        }
        return Generator.end();
    }
}
