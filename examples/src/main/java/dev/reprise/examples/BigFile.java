package dev.reprise.examples;

import static dev.reprise.Generator.end;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a file of one endless line, record by record, in the memory of one chunk and one record. The argument is the size
 * of the file in megabytes.
 */
public final class BigFile {

    private static final String SEPARATOR = "{|}";

    private BigFile() {}

    public static void main(String[] args) throws IOException {
        long megabytes = args.length == 0 ? 1 : Long.parseLong(args[0]);
        Path file = Files.createTempFile("records", ".txt");
        try {
            long written = write(file, megabytes << 20);
            long records = 0;
            long characters = 0;
            try (Reader text = Files.newBufferedReader(file)) {
                for (String record : records(text, SEPARATOR)) {
                    records++;
                    characters += record.length();
                }
            }
            System.out.println(records + " of " + written + " records, " + characters + " characters, in "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MB of memory");
        } finally {
            Files.delete(file);
        }
    }

    /** The parts of {@code text} between separators, the rest at its end included. Each run goes on where the text stands. */
    @Coroutine
    static Iterable<String> records(Reader text, String separator) {
        StringBuilder buffer = new StringBuilder();
        char[] chunk = new char[4096];
        int count;
        while ((count = read(text, chunk)) >= 0) {
            int searched = Math.max(buffer.length() - separator.length() + 1, 0);
            buffer.append(chunk, 0, count);
            int start = 0;
            int found;
            while ((found = buffer.indexOf(separator, Math.max(start, searched))) >= 0) {
                Generator.yield(buffer.substring(start, found));
                start = found + separator.length();
            }
            buffer.delete(0, start);
        }
        Generator.yield(buffer.toString());
        return end();
    }

    private static int read(Reader text, char[] chunk) {
        try {
            return text.read(chunk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills {@code file} with records up to a size in bytes and gives their number. */
    private static long write(Path file, long size) throws IOException {
        long records = 1;
        try (Writer writer = Files.newBufferedWriter(file)) {
            for (long bytes = 0; bytes < size; records++) {
                String record = "record " + records + SEPARATOR;
                writer.write(record);
                bytes += record.length();
            }
        }
        return records;
    }
}
