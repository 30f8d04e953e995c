import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** S-131. A delegating generator collects what the generators it delegates to return. */
class P004_45_Sales {

    record Sum(int total, List<Integer> numbers) {
        @Override
        public String toString() {
            return "(" + total + ", " + numbers + ")";
        }
    }

    static final Map<String, Sum> RESULT = new LinkedHashMap<>();

    public static void main(String[] args) {
        Map<String, List<Integer>> sales = new LinkedHashMap<>();
        sales.put("键盘销量", List.of(500, 400, 300));
        sales.put("耳机销量", List.of(300, 200, 500));
        sales.put("鼠标销量", List.of(500, 600, 700));
        sales.forEach((key, numbers) -> {
            System.out.println("start key: " + key);
            Generator<Void, Integer, Void> sums = sumsOf(key);
            sums.next();
            numbers.forEach(sums::send);
            sums.send(null);
        });
        System.out.println(RESULT.entrySet().stream()
                .map(entry -> "'" + entry.getKey() + "': " + entry.getValue())
                .collect(Collectors.joining(", ", "final_result: {", "}")));
    }

    @Coroutine
    static Generator<Void, Integer, Void> sumsOf(String key) {
        while (true) {
            RESULT.put(key, Generator.yieldFrom(sum()));
            System.out.println(key + "销售统计完成！");
        }
    }

    @Coroutine
    static Generator<Void, Integer, Sum> sum() {
        int total = 0;
        List<Integer> numbers = new ArrayList<>();
        while (true) {
            Integer sold = Generator.yield(null);
            if (sold == null) {
                return Generator.end(new Sum(total, numbers));
            }
            total += sold;
            numbers.add(sold);
        }
    }
}
