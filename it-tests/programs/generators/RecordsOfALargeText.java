package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.io.IOException;
import java.io.Reader;

// plain: no, plain Java has no generators
/** S-100. Records of a text that is never in memory as a whole; separators lie across the ends of chunks in every way. */
class RecordsOfALargeText {
    /** Records of growing length and then all of one length, without a separator after the last. */
    static final class Records extends Reader {
        final long records;
        final String separator;
        long record;
        int at;

        Records(long records, String separator) {
            this.records = records;
            this.separator = separator;
        }

        int length() {
            return (int) Math.min(record, 100);
        }

        @Override
        public int read(char[] target, int offset, int count) {
            int filled = 0;
            while (filled < count && record < records) {
                if (at < length()) {
                    target[offset + filled++] = (char) ('a' + record % 26);
                    at++;
                } else if (record + 1 < records && at < length() + separator.length()) {
                    target[offset + filled++] = separator.charAt(at++ - length());
                } else {
                    record++;
                    at = 0;
                }
            }
            return filled == 0 ? -1 : filled;
        }

        @Override
        public void close() {}
    }

    @Coroutine
    static Generator<String, Void, Long> records(Reader text, String separator, int size) throws IOException {
        long read = 0;
        StringBuilder rest = new StringBuilder();
        char[] chunk = new char[size];
        for (int count; (count = text.read(chunk)) >= 0; read += count) {
            int from = 0;
            rest.append(chunk, 0, count);
            for (int to; (to = rest.indexOf(separator, from)) >= 0; from = to + separator.length()) {
                Generator.yield(rest.substring(from, to));
            }
            rest.delete(0, from);
        }
        Generator.yield(rest.toString());
        return Generator.end(read);
    }

    static void check(long count, String separator, int size) throws IOException {
        Generator<String, Void, Long> records = records(new Records(count, separator), separator, size);
        long found = 0;
        long wrong = 0;
        while (records.hasNext()) {
            String record = records.next();
            boolean right = record.length() == Math.min(found, 100)
                    && (record.isEmpty() || record.charAt(record.length() - 1) == 'a' + found % 26);
            wrong += right ? 0 : 1;
            found++;
        }
        System.out.println(found + " records, " + wrong + " wrong, " + records.result() + " characters");
    }

    public static void main(String[] args) throws IOException {
        if (args.length > 0) {
            check(Long.parseLong(args[0]), "{|}", 4096);
            return;
        }
        for (int size : new int[] {1, 2, 3, 7, 4096}) {
            check(2_000, "{|}", size);
        }
    }
}
// expect: 2000 records, 0 wrong, 200947 characters
// expect: 2000 records, 0 wrong, 200947 characters
// expect: 2000 records, 0 wrong, 200947 characters
// expect: 2000 records, 0 wrong, 200947 characters
// expect: 2000 records, 0 wrong, 200947 characters
