package dev.reprise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BigFileTest {

    private static List<String> records(String text) {
        List<String> records = new ArrayList<>();
        BigFile.records(new StringReader(text), "{|}").forEach(records::add);
        return records;
    }

    @Test
    void a129_recordsAreExactWhereverASeparatorMeetsTheBorderOfAChunk() {
        for (int length = 4090; length <= 4100; length++) {
            String first = "x".repeat(length);
            assertThat(records(first + "{|}second{|}{|}last")).containsExactly(first, "second", "", "last");
        }
    }

    @Test
    void a129_aRecordLongerThanAChunkAndHalvesOfASeparatorAreKept() {
        String longest = "{|".repeat(5000);
        assertThat(records(longest + "{|}" + longest)).containsExactly(longest, longest);
    }

    @Test
    void allRecordsOfAFileAreRead() {
        assertThat(Printed.by(BigFileTest::readOneMegabyte))
                .singleElement()
                .asString()
                .matches("(\\d+) of \\1 records, .*");
    }

    private static void readOneMegabyte() {
        try {
            BigFile.main(new String[] {"1"});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
