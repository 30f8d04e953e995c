package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {

    @TempDir
    Path folder;

    @Test
    void aChangeIsReportedWithItsLinesAndThoseAroundThem() throws IOException {
        Golden golden = golden(false, "1", "2", "3", "4", "five", "6", "7", "8", "9");
        assertThatThrownBy(() -> golden.check(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Case.txt")
                .hasMessageContaining("-Dgolden.update=true")
                .hasMessageEndingWith("\n  ...\n  3\n  4\n- five\n+ 5\n  6\n  7\n  ...");
    }

    @Test
    void linesThatCameAndLinesThatWentAreFoundApart() {
        assertThat(Differences.between(List.of("a", "b", "c"), List.of("b", "c", "d")))
                .containsExactly("- a", "  b", "  c", "+ d");
    }

    @Test
    void theSameTextPasses() throws IOException {
        golden(false, "1", "2").check(List.of("1", "2"));
    }

    @Test
    void aGoldenThatIsNotThereIsReported() {
        Golden golden = new Golden(folder.resolve("Missing.txt"), false);
        assertThatThrownBy(() -> golden.check(List.of())).isInstanceOf(AssertionError.class);
    }

    @Test
    void anUpdateRewritesTheFile() throws IOException {
        Golden golden = golden(true, "before");
        golden.check(List.of("after"));
        assertThat(golden.file()).hasContent("after");
    }

    private Golden golden(boolean isUpdated, String... lines) throws IOException {
        return new Golden(Files.write(folder.resolve("Case.txt"), List.of(lines)), isUpdated);
    }
}
