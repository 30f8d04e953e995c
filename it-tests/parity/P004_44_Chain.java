import dev.reprise.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** S-124. The chain of the library. */
class P004_44_Chain {

    public static void main(String[] args) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("Robin", "baidu.com");
        map.put("Jack", "taobao");
        Iterable<Integer> range = () -> IntStream.range(4, 7).iterator();
        for (Object value :
                Sequence.<Object>chain(List.of(1, 2, 3), map.keySet(), range).iterable()) {
            System.out.println(value);
        }
    }
}
