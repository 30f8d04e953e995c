import static dev.reprise.Generator.end;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;

/** S-100. Records of a text with a separator of its own, read in chunks. */
class P004_26_Records {

    public static void main(String[] args) {
        for (String record : records(new StringReader("alpha{|}beta{|}gamma"), "{|}")) {
            System.out.println(record);
        }
    }

    @Coroutine
    static Iterable<String> records(Reader text, String separator) {
        StringBuilder buffer = new StringBuilder();
        char[] chunk = new char[4096];
        while (true) {
            for (int end; (end = buffer.indexOf(separator)) >= 0; ) {
                Generator.yield(buffer.substring(0, end));
                buffer.delete(0, end + separator.length());
            }
            int count;
            try {
                count = text.read(chunk);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (count < 0) {
                Generator.yield(buffer.toString());
                return end();
            }
            buffer.append(chunk, 0, count);
        }
    }
}
